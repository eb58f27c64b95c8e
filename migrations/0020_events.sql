CREATE TABLE `event_ears` (
	`id` integer PRIMARY KEY NOT NULL,
	`webhooks` text DEFAULT '' NOT NULL,
	`notices` text DEFAULT '' NOT NULL
);
--> statement-breakpoint
CREATE TABLE `office_events` (
	`id` text PRIMARY KEY NOT NULL,
	`event` text NOT NULL,
	`subject_id` text NOT NULL,
	`detail` text,
	`at` integer NOT NULL
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `webhook_deliveries` (
	`webhook_id` text NOT NULL,
	`event_id` text NOT NULL,
	`event` text NOT NULL,
	`subject_id` text,
	`event_at` integer NOT NULL,
	`status` text NOT NULL,
	`due_at` integer NOT NULL,
	`counted_from` integer NOT NULL,
	`tries` text NOT NULL,
	PRIMARY KEY(`webhook_id`, `event_id`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `webhook_deliveries_due` ON `webhook_deliveries` (`webhook_id`,`due_at`) WHERE status = 'pending';--> statement-breakpoint
CREATE TABLE `webhook_secrets` (
	`webhook_id` text PRIMARY KEY NOT NULL,
	`secret` text NOT NULL,
	`previous_secret` text,
	`previous_until` integer,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `webhooks` (
	`id` text PRIMARY KEY NOT NULL,
	`url` text NOT NULL,
	`description` text DEFAULT '' NOT NULL,
	`events` text NOT NULL,
	`is_paused` integer DEFAULT false NOT NULL,
	`paused_reason` text,
	`paused_at` integer,
	`succeeded_at` integer,
	`failing_since` integer,
	`created_by` text,
	`created_at` integer NOT NULL,
	`deleted_at` integer,
	`version` integer DEFAULT 1 NOT NULL,
	`lease_id` text,
	`lease_until` integer DEFAULT 0 NOT NULL,
	`wake_at` integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
-- The outbox of what happens (docs/decisions/0036-events.md). Nobody listens until `event_ears` says so: then a row is written in the
-- transaction that makes the fact true; otherwise one row is read.
INSERT INTO `event_ears` (`id`) VALUES (1);
--> statement-breakpoint
CREATE VIEW `office_news` AS SELECT '' AS `event`, '' AS `subject_id`, '' AS `detail` WHERE 0;
--> statement-breakpoint
CREATE TRIGGER `office_news_add` INSTEAD OF INSERT ON `office_news` BEGIN INSERT INTO `office_events` (`id`, `event`, `subject_id`, `detail`, `at`) SELECT 'evt_' || printf('%012x', `now`) || lower(hex(randomblob(8))), NEW.`event`, NEW.`subject_id`, NEW.`detail`, `now` FROM (SELECT CAST((julianday('now') - 2440587.5) * 86400000 AS INTEGER) AS `now` FROM `event_ears` WHERE instr(`webhooks` || ' ' || `notices`, NEW.`event`) > 0); END;
--> statement-breakpoint
-- A call ends once: the first end stays. Nobody was reached and nothing was said or left: it was missed.
CREATE TRIGGER `office_news_call_insert` AFTER INSERT ON `calls` WHEN NEW.`ended_at` IS NOT NULL BEGIN INSERT INTO `office_news` (`event`, `subject_id`) SELECT `event`, NEW.`id` FROM (SELECT 'call.ended' AS `event`, 1 AS `is_true` UNION ALL SELECT 'call.missed', NEW.`direction` = 'inbound' AND NEW.`outcome` IN ('failed', 'abandoned')) WHERE `is_true`; END;
--> statement-breakpoint
CREATE TRIGGER `office_news_call_end` AFTER UPDATE OF `ended_at` ON `calls` WHEN OLD.`ended_at` IS NULL AND NEW.`ended_at` IS NOT NULL BEGIN INSERT INTO `office_news` (`event`, `subject_id`) SELECT `event`, NEW.`id` FROM (SELECT 'call.ended' AS `event`, 1 AS `is_true` UNION ALL SELECT 'call.missed', NEW.`direction` = 'inbound' AND NEW.`outcome` IN ('failed', 'abandoned')) WHERE `is_true`; END;
--> statement-breakpoint
CREATE TRIGGER `office_news_voicemail_insert` AFTER INSERT ON `voicemails` WHEN NEW.`transcript_status` = 'completed' AND NEW.`deleted_at` IS NULL BEGIN INSERT INTO `office_news` (`event`, `subject_id`) VALUES ('voicemail.transcribed', NEW.`id`); END;
--> statement-breakpoint
CREATE TRIGGER `office_news_voicemail_stored` AFTER UPDATE OF `status` ON `voicemails` WHEN OLD.`status` <> 'stored' AND NEW.`status` = 'stored' AND NEW.`deleted_at` IS NULL BEGIN INSERT INTO `office_news` (`event`, `subject_id`) VALUES ('voicemail.stored', NEW.`id`); END;
--> statement-breakpoint
CREATE TRIGGER `office_news_voicemail_transcribed` AFTER UPDATE OF `transcript_status` ON `voicemails` WHEN OLD.`transcript_status` <> 'completed' AND NEW.`transcript_status` = 'completed' AND NEW.`deleted_at` IS NULL BEGIN INSERT INTO `office_news` (`event`, `subject_id`) VALUES ('voicemail.transcribed', NEW.`id`); END;
--> statement-breakpoint
CREATE TRIGGER `office_news_message_received` AFTER INSERT ON `messages` WHEN NEW.`direction` = 'inbound' BEGIN INSERT INTO `office_news` (`event`, `subject_id`) VALUES ('message.received', NEW.`id`); END;
--> statement-breakpoint
CREATE TRIGGER `office_news_message_updated` AFTER UPDATE OF `status` ON `messages` WHEN OLD.`status` <> NEW.`status` BEGIN INSERT INTO `office_news` (`event`, `subject_id`, `detail`) VALUES ('message.updated', NEW.`id`, NEW.`status`); END;
--> statement-breakpoint
CREATE TRIGGER `office_news_media_updated` AFTER UPDATE OF `status` ON `message_media` WHEN OLD.`status` <> NEW.`status` BEGIN INSERT INTO `office_news` (`event`, `subject_id`, `detail`) VALUES ('message.updated', NEW.`message_id`, 'media'); END;
--> statement-breakpoint
CREATE TRIGGER `office_news_conversation_insert` AFTER INSERT ON `conversations` WHEN NEW.`mode` = 'waiting' BEGIN INSERT INTO `office_news` (`event`, `subject_id`, `detail`) VALUES ('conversation.waiting', NEW.`id`, NEW.`waiting_reason`); END;
--> statement-breakpoint
CREATE TRIGGER `office_news_conversation_waiting` AFTER UPDATE OF `mode` ON `conversations` WHEN OLD.`mode` <> 'waiting' AND NEW.`mode` = 'waiting' BEGIN INSERT INTO `office_news` (`event`, `subject_id`, `detail`) VALUES ('conversation.waiting', NEW.`id`, NEW.`waiting_reason`); END;
--> statement-breakpoint
-- `stopped` is also what a person paused: `reason` tells.
CREATE TRIGGER `office_news_campaign` AFTER UPDATE OF `status` ON `campaigns` WHEN OLD.`status` <> NEW.`status` AND NEW.`status` IN ('completed', 'cancelled', 'failed', 'paused') BEGIN INSERT INTO `office_news` (`event`, `subject_id`, `detail`) SELECT `event`, NEW.`id`, NEW.`status` FROM (SELECT 'campaign.finished' AS `event`, NEW.`status` <> 'paused' AS `is_true` UNION ALL SELECT 'campaign.stopped', NEW.`status` IN ('paused', 'failed')) WHERE `is_true`; END;
--> statement-breakpoint
CREATE TRIGGER `office_news_consent` AFTER INSERT ON `consent_events` BEGIN INSERT INTO `office_news` (`event`, `subject_id`, `detail`) VALUES ('consent.changed', NEW.`id`, NEW.`kind`); END;
--> statement-breakpoint
CREATE TRIGGER `office_news_numbers_insert` AFTER INSERT ON `number_checks` BEGIN INSERT INTO `office_news` (`event`, `subject_id`, `detail`) SELECT 'number.trouble', json_extract(`value`, '$.id'), json_extract(`value`, '$.trouble') FROM json_each(NEW.`troubles`); END;
--> statement-breakpoint
CREATE TRIGGER `office_news_numbers_update` AFTER UPDATE OF `troubles` ON `number_checks` BEGIN INSERT INTO `office_news` (`event`, `subject_id`, `detail`) SELECT 'number.trouble', json_extract(`value`, '$.id'), json_extract(`value`, '$.trouble') FROM json_each(NEW.`troubles`) WHERE json_extract(`value`, '$.id') NOT IN (SELECT json_extract(`value`, '$.id') FROM json_each(OLD.`troubles`)); END;
--> statement-breakpoint
CREATE TRIGGER `event_ears_webhooks_insert` AFTER INSERT ON `webhooks` BEGIN UPDATE `event_ears` SET `webhooks` = (SELECT coalesce(group_concat(DISTINCT `value`), '') FROM `webhooks`, json_each(`webhooks`.`events`) WHERE `deleted_at` IS NULL); END;
--> statement-breakpoint
CREATE TRIGGER `event_ears_webhooks_update` AFTER UPDATE OF `events`, `deleted_at` ON `webhooks` BEGIN UPDATE `event_ears` SET `webhooks` = (SELECT coalesce(group_concat(DISTINCT `value`), '') FROM `webhooks`, json_each(`webhooks`.`events`) WHERE `deleted_at` IS NULL); END;
