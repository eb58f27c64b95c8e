CREATE TABLE `contact_tags` (
	`contact_id` text NOT NULL,
	`folded` text NOT NULL,
	`tag` text NOT NULL,
	PRIMARY KEY(`contact_id`, `folded`)
);
--> statement-breakpoint
CREATE INDEX `contact_tags_tag` ON `contact_tags` (`folded`,`contact_id`);--> statement-breakpoint
CREATE TABLE `contact_words` (
	`word` text NOT NULL,
	`contact_id` text NOT NULL,
	PRIMARY KEY(`word`, `contact_id`)
);
--> statement-breakpoint
CREATE INDEX `contact_words_contact` ON `contact_words` (`contact_id`);--> statement-breakpoint
CREATE TABLE `contacts` (
	`id` text PRIMARY KEY NOT NULL,
	`number` text NOT NULL,
	`name` text,
	`company` text,
	`email` text,
	`notes` text,
	`time_zone` text,
	`state` text,
	`sort_name` text NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `contacts_number` ON `contacts` (`number`);--> statement-breakpoint
CREATE INDEX `contacts_sort` ON `contacts` (`sort_name`,`id`);