CREATE TABLE `notice_choices` (
	`user_id` text PRIMARY KEY NOT NULL,
	`missed_call` text,
	`voicemail` text,
	`conversation_waiting` text,
	`campaign_stopped` text,
	`campaign_finished` text,
	`number_trouble` text,
	`at_night` integer DEFAULT false NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `notice_events` (
	`id` text PRIMARY KEY NOT NULL,
	`event` text NOT NULL,
	`subject_id` text NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `notices` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`kind` text NOT NULL,
	`subject_id` text NOT NULL,
	`happened_at` integer NOT NULL,
	`due_at` integer NOT NULL,
	`is_held` integer DEFAULT false NOT NULL,
	`status` text NOT NULL,
	`claimed_at` integer,
	`bundle_id` text,
	`way` text,
	`attempts` integer DEFAULT 0 NOT NULL,
	`reason` text
);
--> statement-breakpoint
CREATE INDEX `notices_due` ON `notices` (`due_at`,`user_id`) WHERE status IN ('waiting', 'claimed');--> statement-breakpoint
CREATE INDEX `notices_open` ON `notices` (`user_id`,`due_at`) WHERE status IN ('waiting', 'claimed');--> statement-breakpoint
CREATE INDEX `notices_claimed` ON `notices` (`user_id`,`claimed_at`) WHERE claimed_at IS NOT NULL;--> statement-breakpoint
CREATE INDEX `notices_subject` ON `notices` (`subject_id`);--> statement-breakpoint
CREATE INDEX `notices_happened` ON `notices` (`happened_at`);