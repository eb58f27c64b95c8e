CREATE TABLE `greeting_pins` (
	`extension_id` text PRIMARY KEY NOT NULL,
	`hash` text NOT NULL,
	`tries` integer DEFAULT 0 NOT NULL,
	`tries_since` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `greeting_recordings` (
	`id` text PRIMARY KEY NOT NULL,
	`extension_id` text NOT NULL,
	`state` text NOT NULL,
	`audio` text,
	`seconds` integer NOT NULL,
	`created_at` integer NOT NULL,
	`changed_at` integer NOT NULL,
	`carrier_deleted_at` integer
);
--> statement-breakpoint
CREATE INDEX `greeting_recordings_created` ON `greeting_recordings` (`created_at`);--> statement-breakpoint
-- The greeting that was recorded by telephone becomes the extension's, and the audit log says so (docs/decisions/0038-greeting-by-telephone.md).
CREATE TRIGGER `greeting_kept` AFTER UPDATE OF `state` ON `greeting_recordings` WHEN NEW.`state` = 'kept' AND OLD.`state` <> 'kept' BEGIN INSERT INTO `audit_events` (`id`, `at`, `actor_kind`, `actor_id`, `actor_name`, `action`, `target_kind`, `target_id`, `before`, `after`, `request_id`) SELECT 'aud_' || lower(hex(randomblob(16))), NEW.`changed_at`, 'system', NULL, `name` || ', by telephone', 'extension.update', 'extension', `id`, json_object('greetingAudio', CASE WHEN `greeting_audio` LIKE '%.mp3' THEN 'mp3' WHEN `greeting_audio` LIKE '%.wav' THEN 'wav' END), json_object('greetingAudio', 'mp3', 'greetingSeconds', NEW.`seconds`), NULL FROM `extensions` WHERE `id` = NEW.`extension_id` AND `status` <> 'inactive'; UPDATE `extensions` SET `greeting_audio` = NEW.`audio`, `updated_at` = NEW.`changed_at`, `version` = `version` + 1 WHERE `id` = NEW.`extension_id` AND `status` <> 'inactive'; END;
--> statement-breakpoint
-- The assistant met its ceiling of texts: one entry in the audit log a clock hour, however many conversations wait for people then.
CREATE TRIGGER `assistant_braked` AFTER UPDATE OF `waiting_reason` ON `conversations` WHEN NEW.`waiting_reason` = 'assistant_limit' AND OLD.`waiting_reason` IS NOT 'assistant_limit' BEGIN INSERT INTO `audit_events` (`id`, `at`, `actor_kind`, `actor_id`, `actor_name`, `action`, `target_kind`, `target_id`, `before`, `after`, `request_id`) SELECT 'aud_' || lower(hex(randomblob(16))), CAST(unixepoch('subsec') * 1000 AS INTEGER), 'system', NULL, 'Assistant', 'message.refuse', 'message', NULL, NULL, json_object('brake', 'ceiling', 'reason', 'The ceiling of ' || ceiling || ' texts an hour for the assistant is reached.'), NULL FROM (SELECT `count`, `hour_started_at`, coalesce((SELECT CAST(`value` ->> '$' AS INTEGER) FROM `settings` WHERE `key` = 'assistantTextsPerHour'), 500) AS ceiling FROM `sending_hours` WHERE `subject` = 'assistant') WHERE `count` >= ceiling AND NOT EXISTS (SELECT 1 FROM `audit_events` WHERE `target_kind` = 'message' AND `target_id` IS NULL AND `at` >= `hour_started_at` AND `action` = 'message.refuse' AND `actor_kind` = 'system'); END;
