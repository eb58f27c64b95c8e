CREATE TABLE `password_resets` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`token_hash` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`used_at` integer,
	`created_by` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `password_resets_token` ON `password_resets` (`token_hash`);--> statement-breakpoint
CREATE UNIQUE INDEX `password_resets_open` ON `password_resets` (`user_id`) WHERE used_at IS NULL;--> statement-breakpoint
CREATE INDEX `password_resets_expires` ON `password_resets` (`expires_at`);--> statement-breakpoint
CREATE TABLE `campaign_outcomes` (
	`campaign_id` text NOT NULL,
	`status` text NOT NULL,
	`reason` text NOT NULL,
	`error_code` integer NOT NULL,
	`count` integer NOT NULL,
	PRIMARY KEY(`campaign_id`, `status`, `reason`, `error_code`)
);
--> statement-breakpoint
CREATE TABLE `text_days` (
	`day` integer NOT NULL,
	`series` text NOT NULL,
	`counts` text NOT NULL,
	PRIMARY KEY(`day`, `series`)
);
--> statement-breakpoint
CREATE TABLE `number_checks` (
	`id` integer PRIMARY KEY NOT NULL,
	`checked_at` integer NOT NULL,
	`troubles` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `call_days` (
	`day` integer NOT NULL,
	`extension` text NOT NULL,
	`direction` text NOT NULL,
	`counts` text NOT NULL,
	PRIMARY KEY(`day`, `extension`, `direction`)
);
--> statement-breakpoint
ALTER TABLE `users` ADD `version` integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE `campaign_recipients` ADD `replied_at` integer;--> statement-breakpoint
ALTER TABLE `campaign_recipients` ADD `opted_out_at` integer;--> statement-breakpoint
CREATE INDEX `campaign_recipients_number` ON `campaign_recipients` (`number`,`campaign_id`);--> statement-breakpoint
ALTER TABLE `campaigns` ADD `replies_count` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `campaigns` ADD `opt_outs_count` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `campaigns` ADD `version` integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE `conversations` ADD `campaign_id` text;--> statement-breakpoint
ALTER TABLE `conversations` ADD `campaign_recipient_id` text;--> statement-breakpoint
ALTER TABLE `conversations` ADD `campaign_text_at` integer;--> statement-breakpoint
CREATE INDEX `conversations_line_listed` ON `conversations` (`our_number`,`listed_at`,`id`) WHERE listed_at IS NOT NULL;--> statement-breakpoint
CREATE INDEX `conversations_unread` ON `conversations` (`listed_at`,`id`) WHERE unread_count > 0 AND listed_at IS NOT NULL;--> statement-breakpoint
ALTER TABLE `messages` ADD `answered_at` integer;--> statement-breakpoint
ALTER TABLE `extensions` ADD `version` integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE `phone_numbers` ADD `label` text;--> statement-breakpoint
ALTER TABLE `phone_numbers` ADD `version` integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE `calls` ADD `talk_seconds` integer;--> statement-breakpoint
ALTER TABLE `calls` ADD `receptionist_result` text;--> statement-breakpoint
ALTER TABLE `voicemails` ADD `listened_by_id` text;--> statement-breakpoint
ALTER TABLE `voicemails` ADD `listened_by_name` text;--> statement-breakpoint
CREATE INDEX `voicemails_unheard` ON `voicemails` (`created_at`,`id`) WHERE listened_at IS NULL AND deleted_at IS NULL;--> statement-breakpoint
CREATE INDEX `voicemails_unheard_extension` ON `voicemails` (`extension`,`created_at`) WHERE listened_at IS NULL AND deleted_at IS NULL;--> statement-breakpoint
CREATE INDEX `voicemails_heard` ON `voicemails` (`created_at`,`id`) WHERE listened_at IS NOT NULL AND deleted_at IS NULL;--> statement-breakpoint
CREATE INDEX `voicemails_from_created` ON `voicemails` (`from_number`,`created_at`);--> statement-breakpoint
CREATE INDEX `audit_events_actor` ON `audit_events` (`actor_id`,`at`,`id`);