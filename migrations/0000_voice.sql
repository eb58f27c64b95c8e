CREATE TABLE `settings` (
	`key` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `extensions` (
	`id` text PRIMARY KEY NOT NULL,
	`ext` text NOT NULL,
	`name` text NOT NULL,
	`department` text DEFAULT '' NOT NULL,
	`email` text DEFAULT '' NOT NULL,
	`forward_to` text,
	`status` text NOT NULL,
	`reason` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `extensions_ext_in_use` ON `extensions` (`ext`) WHERE status <> 'inactive';--> statement-breakpoint
CREATE TABLE `phone_numbers` (
	`id` text PRIMARY KEY NOT NULL,
	`number` text NOT NULL,
	`carrier_id` text,
	`kind` text NOT NULL,
	`extension_id` text,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`extension_id`) REFERENCES `extensions`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `phone_numbers_number` ON `phone_numbers` (`number`);--> statement-breakpoint
CREATE INDEX `phone_numbers_extension` ON `phone_numbers` (`extension_id`);--> statement-breakpoint
CREATE TABLE `call_events` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`call_id` text NOT NULL,
	`step` text NOT NULL,
	`kind` text NOT NULL,
	`at` integer NOT NULL,
	`detail` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `call_events_step` ON `call_events` (`call_id`,`step`);--> statement-breakpoint
CREATE TABLE `calls` (
	`id` text PRIMARY KEY NOT NULL,
	`carrier_id` text NOT NULL,
	`direction` text NOT NULL,
	`from_number` text,
	`to_number` text NOT NULL,
	`extension` text,
	`outcome` text,
	`status` text NOT NULL,
	`started_at` integer NOT NULL,
	`answered_at` integer,
	`ended_at` integer,
	`duration_seconds` integer
);
--> statement-breakpoint
CREATE INDEX `calls_started` ON `calls` (`started_at`);--> statement-breakpoint
CREATE INDEX `calls_extension_started` ON `calls` (`extension`,`started_at`);--> statement-breakpoint
CREATE TABLE `voicemails` (
	`id` text PRIMARY KEY NOT NULL,
	`carrier_recording_id` text NOT NULL,
	`call_id` text NOT NULL,
	`extension` text NOT NULL,
	`from_number` text,
	`duration_seconds` integer,
	`status` text NOT NULL,
	`failure` text,
	`audio_key` text,
	`audio_bytes` integer,
	`transcript` text,
	`transcript_status` text NOT NULL,
	`transcript_source` text,
	`ingest_requested_at` integer,
	`stored_at` integer,
	`listened_at` integer,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `voicemails_call` ON `voicemails` (`call_id`);--> statement-breakpoint
CREATE INDEX `voicemails_extension_created` ON `voicemails` (`extension`,`created_at`);--> statement-breakpoint
CREATE INDEX `voicemails_created` ON `voicemails` (`created_at`);