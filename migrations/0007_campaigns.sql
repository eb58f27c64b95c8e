CREATE TABLE `campaign_cursors` (
	`name` text PRIMARY KEY NOT NULL,
	`last_event_id` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `campaign_recipients` (
	`campaign_id` text NOT NULL,
	`position` integer NOT NULL,
	`number` text NOT NULL,
	`fields` text,
	`time_zone` text,
	`state` text,
	`status` text NOT NULL,
	`reason` text,
	`error_code` integer,
	`segments` integer,
	`due_at` integer DEFAULT 0 NOT NULL,
	`attempts` integer DEFAULT 0 NOT NULL,
	`updated_at` integer NOT NULL,
	PRIMARY KEY(`campaign_id`, `position`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `campaign_recipients_turn` ON `campaign_recipients` (`campaign_id`,`status`,`due_at`,`position`);--> statement-breakpoint
CREATE TABLE `campaign_senders` (
	`number` text PRIMARY KEY NOT NULL,
	`lease_id` text,
	`lease_until` integer DEFAULT 0 NOT NULL,
	`next_slot_at` integer DEFAULT 0 NOT NULL,
	`recent_slots` text,
	`slowness` integer DEFAULT 1 NOT NULL,
	`wake_at` integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE `campaigns` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`message` text NOT NULL,
	`status` text NOT NULL,
	`reason` text,
	`from_number` text NOT NULL,
	`start_at` integer,
	`quiet_hours` integer NOT NULL,
	`rate_per_second` real,
	`require_consent` integer NOT NULL,
	`is_complete` integer NOT NULL,
	`queued_count` integer DEFAULT 0 NOT NULL,
	`sending_count` integer DEFAULT 0 NOT NULL,
	`sent_count` integer DEFAULT 0 NOT NULL,
	`delivered_count` integer DEFAULT 0 NOT NULL,
	`undelivered_count` integer DEFAULT 0 NOT NULL,
	`failed_count` integer DEFAULT 0 NOT NULL,
	`skipped_count` integer DEFAULT 0 NOT NULL,
	`outcomes_count` integer DEFAULT 0 NOT NULL,
	`errors_count` integer DEFAULT 0 NOT NULL,
	`taken_count` integer DEFAULT 0 NOT NULL,
	`first_taken_at` integer,
	`last_taken_at` integer,
	`forecast_end_at` integer,
	`created_by` text,
	`created_at` integer NOT NULL,
	`started_at` integer,
	`ended_at` integer
);
--> statement-breakpoint
CREATE INDEX `campaigns_created` ON `campaigns` (`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `campaigns_status` ON `campaigns` (`status`,`created_at`,`id`);--> statement-breakpoint
CREATE TABLE `landlines` (
	`number` text PRIMARY KEY NOT NULL,
	`at` integer NOT NULL
);
