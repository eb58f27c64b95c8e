CREATE TABLE `consent_events` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`key` text NOT NULL,
	`number` text NOT NULL,
	`kind` text NOT NULL,
	`source` text NOT NULL,
	`words` text,
	`reason` text,
	`message_id` text,
	`actor_id` text,
	`actor_name` text,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `consent_events_key` ON `consent_events` (`key`);--> statement-breakpoint
CREATE INDEX `consent_events_number` ON `consent_events` (`number`,`id`);--> statement-breakpoint
CREATE TABLE `conversation_notes` (
	`id` text PRIMARY KEY NOT NULL,
	`conversation_id` text NOT NULL,
	`body` text NOT NULL,
	`actor_id` text,
	`actor_name` text NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `conversation_notes_conversation` ON `conversation_notes` (`conversation_id`,`created_at`);--> statement-breakpoint
CREATE TABLE `conversations` (
	`id` text PRIMARY KEY NOT NULL,
	`contact_number` text NOT NULL,
	`our_number` text NOT NULL,
	`mode` text NOT NULL,
	`waiting_reason` text,
	`taken_over_by` text,
	`inbound_sequence` integer DEFAULT 0 NOT NULL,
	`asked_message_id` text,
	`answered_sequence` integer DEFAULT 0 NOT NULL,
	`claimed_message_id` text,
	`reply_requested_at` integer,
	`unsure_count` integer DEFAULT 0 NOT NULL,
	`hour_started_at` integer,
	`sent_in_hour` integer DEFAULT 0 NOT NULL,
	`replies_in_hour` integer DEFAULT 0 NOT NULL,
	`unread_count` integer DEFAULT 0 NOT NULL,
	`last_message_id` text,
	`last_preview` text,
	`last_direction` text,
	`last_author` text,
	`listed_at` integer,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `conversations_listed` ON `conversations` (`listed_at`,`id`) WHERE listed_at IS NOT NULL;--> statement-breakpoint
CREATE INDEX `conversations_mode_listed` ON `conversations` (`mode`,`listed_at`,`id`) WHERE listed_at IS NOT NULL;--> statement-breakpoint
CREATE INDEX `conversations_unanswered` ON `conversations` (`reply_requested_at`) WHERE mode = 'assistant' AND answered_sequence < inbound_sequence;--> statement-breakpoint
CREATE TABLE `message_events` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`message_id` text NOT NULL,
	`step` text NOT NULL,
	`kind` text NOT NULL,
	`status` text,
	`error_code` integer,
	`detail` text,
	`campaign_id` text,
	`recipient_id` text,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `message_events_step` ON `message_events` (`message_id`,`step`);--> statement-breakpoint
CREATE INDEX `message_events_campaign` ON `message_events` (`id`) WHERE campaign_id IS NOT NULL;--> statement-breakpoint
CREATE TABLE `message_media` (
	`id` text PRIMARY KEY NOT NULL,
	`message_id` text NOT NULL,
	`url` text NOT NULL,
	`content_type` text NOT NULL,
	`status` text NOT NULL,
	`failure` text,
	`media_key` text,
	`bytes` integer,
	`requested_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `message_media_message` ON `message_media` (`message_id`);--> statement-breakpoint
CREATE INDEX `message_media_pending` ON `message_media` (`requested_at`) WHERE status = 'pending';--> statement-breakpoint
CREATE TABLE `messages` (
	`position` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`id` text NOT NULL,
	`carrier_id` text,
	`conversation_id` text NOT NULL,
	`direction` text NOT NULL,
	`author` text NOT NULL,
	`category` text NOT NULL,
	`from_number` text NOT NULL,
	`to_number` text NOT NULL,
	`body` text NOT NULL,
	`media_count` integer DEFAULT 0 NOT NULL,
	`segments` integer NOT NULL,
	`status` text NOT NULL,
	`status_at` integer NOT NULL,
	`error_code` integer,
	`sequence` integer,
	`actor_id` text,
	`actor_name` text,
	`campaign_id` text,
	`recipient_id` text,
	`refusal` text,
	`reason` text,
	`is_confirmation` integer DEFAULT false NOT NULL,
	`attempts` integer DEFAULT 0 NOT NULL,
	`attempted_at` integer,
	`is_attempt_open` integer DEFAULT false NOT NULL,
	`check_at` integer,
	`checks` integer DEFAULT 0 NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `messages_id` ON `messages` (`id`);--> statement-breakpoint
CREATE UNIQUE INDEX `messages_carrier` ON `messages` (`carrier_id`) WHERE carrier_id IS NOT NULL;--> statement-breakpoint
CREATE INDEX `messages_conversation` ON `messages` (`conversation_id`,`position`);--> statement-breakpoint
CREATE INDEX `messages_created` ON `messages` (`created_at`);--> statement-breakpoint
CREATE INDEX `messages_check` ON `messages` (`check_at`) WHERE check_at IS NOT NULL;--> statement-breakpoint
CREATE TABLE `opt_outs` (
	`number` text PRIMARY KEY NOT NULL,
	`source` text NOT NULL,
	`words` text,
	`reason` text,
	`message_id` text,
	`actor_name` text,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `opt_outs_at` ON `opt_outs` (`at`,`number`);