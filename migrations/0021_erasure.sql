CREATE TABLE `erasures` (
	`number` text PRIMARY KEY NOT NULL,
	`contact_id` text,
	`started_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `erased_items` (
	`id` text PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`carrier_path` text
);
--> statement-breakpoint
CREATE INDEX `erased_items_at` ON `erased_items` (`at`);--> statement-breakpoint
CREATE INDEX `erased_items_at_carrier` ON `erased_items` (`carrier_path`) WHERE carrier_path IS NOT NULL;--> statement-breakpoint
CREATE TABLE `erased_opt_outs` (
	`hash` text PRIMARY KEY NOT NULL,
	`source` text NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `erasure_salts` (
	`id` integer PRIMARY KEY NOT NULL,
	`salt` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `consent_events_number_at` ON `consent_events` (`number`,`at`);--> statement-breakpoint
CREATE INDEX `conversations_contact` ON `conversations` (`contact_number`);--> statement-breakpoint
CREATE INDEX `messages_contact` ON `messages` (CASE direction WHEN 'inbound' THEN from_number ELSE to_number END,`created_at`);--> statement-breakpoint
-- Append-only, except for what an erasure takes: docs/decisions/0034-erasure.md.
DROP TRIGGER `consent_events_no_delete`;
--> statement-breakpoint
CREATE TRIGGER `consent_events_no_delete` BEFORE DELETE ON `consent_events` WHEN NOT EXISTS (SELECT 1 FROM `erasures` WHERE `number` = OLD.`number`) BEGIN SELECT RAISE(ABORT, 'consent_events is kept for good'); END;
--> statement-breakpoint
DROP TRIGGER `audit_events_no_update`;
--> statement-breakpoint
-- An entry about the contact, a conversation of it, or its opt-out by hand forgets what it was about and nothing else.
CREATE TRIGGER `audit_events_no_update` BEFORE UPDATE ON `audit_events` WHEN NOT (NEW.`target_id` IS NULL AND NEW.`before` IS NULL AND NEW.`after` IS NULL AND (NEW.`id`, NEW.`at`, NEW.`actor_kind`, NEW.`actor_id`, NEW.`actor_name`, NEW.`action`, NEW.`target_kind`, NEW.`request_id`) IS (OLD.`id`, OLD.`at`, OLD.`actor_kind`, OLD.`actor_id`, OLD.`actor_name`, OLD.`action`, OLD.`target_kind`, OLD.`request_id`) AND EXISTS (SELECT 1 FROM `erasures` `e` WHERE OLD.`target_id` IN (`e`.`number`, `e`.`contact_id`) OR OLD.`target_id` IN (SELECT `id` FROM `conversations` WHERE `contact_number` = `e`.`number`) OR (OLD.`target_kind` = 'opt_out' AND EXISTS (SELECT 1 FROM `consent_events` `c` WHERE `c`.`number` = `e`.`number` AND `c`.`actor_id` = OLD.`actor_id` AND `c`.`at` BETWEEN OLD.`at` - 60000 AND OLD.`at` + 60000)))) BEGIN SELECT RAISE(ABORT, 'audit_events is append-only'); END;
--> statement-breakpoint
-- Late callbacks make nothing new of what was erased.
CREATE TRIGGER `calls_not_erased` BEFORE INSERT ON `calls` WHEN EXISTS (SELECT 1 FROM `erased_items` WHERE `id` = NEW.`id`) BEGIN SELECT RAISE(IGNORE); END;
--> statement-breakpoint
CREATE TRIGGER `call_events_not_erased` BEFORE INSERT ON `call_events` WHEN EXISTS (SELECT 1 FROM `erased_items` WHERE `id` = NEW.`call_id`) BEGIN SELECT RAISE(IGNORE); END;
--> statement-breakpoint
CREATE TRIGGER `receptionist_turns_not_erased` BEFORE INSERT ON `receptionist_turns` WHEN EXISTS (SELECT 1 FROM `erased_items` WHERE `id` = NEW.`call_id`) BEGIN SELECT RAISE(IGNORE); END;
--> statement-breakpoint
CREATE TRIGGER `voicemails_not_erased` BEFORE INSERT ON `voicemails` WHEN EXISTS (SELECT 1 FROM `erased_items` WHERE `id` IN (NEW.`id`, NEW.`call_id`)) BEGIN SELECT RAISE(IGNORE); END;
--> statement-breakpoint
CREATE TRIGGER `messages_not_erased` BEFORE INSERT ON `messages` WHEN EXISTS (SELECT 1 FROM `erased_items` WHERE `id` = NEW.`id`) BEGIN SELECT RAISE(IGNORE); END;
--> statement-breakpoint
CREATE TRIGGER `message_events_not_erased` BEFORE INSERT ON `message_events` WHEN EXISTS (SELECT 1 FROM `erased_items` WHERE `id` = NEW.`message_id`) BEGIN SELECT RAISE(IGNORE); END;
--> statement-breakpoint
CREATE TRIGGER `message_media_not_erased` BEFORE INSERT ON `message_media` WHEN EXISTS (SELECT 1 FROM `erased_items` WHERE `id` = NEW.`message_id`) BEGIN SELECT RAISE(IGNORE); END;
--> statement-breakpoint
CREATE TRIGGER `consent_events_not_erased` BEFORE INSERT ON `consent_events` WHEN EXISTS (SELECT 1 FROM `erased_items` WHERE `id` = NEW.`message_id`) BEGIN SELECT RAISE(IGNORE); END;
--> statement-breakpoint
CREATE TRIGGER `opt_outs_not_erased` BEFORE INSERT ON `opt_outs` WHEN EXISTS (SELECT 1 FROM `erased_items` WHERE `id` = NEW.`message_id`) BEGIN SELECT RAISE(IGNORE); END;
--> statement-breakpoint
-- A deleted text leaves no word in the indexes (sqlite.org/fts5.html, secure-delete).
INSERT INTO `messages_search` (`messages_search`, rank) VALUES ('secure-delete', 1);
--> statement-breakpoint
INSERT INTO `messages_fts` (`messages_fts`, rank) VALUES ('secure-delete', 1);
