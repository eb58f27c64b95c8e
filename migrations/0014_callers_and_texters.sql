CREATE TABLE `closed_pairs` (
	`our_number` text NOT NULL,
	`contact_number` text NOT NULL,
	`error_code` integer NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`contact_number`, `our_number`)
);
--> statement-breakpoint
ALTER TABLE `extensions` ADD `answer_with` text DEFAULT 'key' NOT NULL;--> statement-breakpoint
ALTER TABLE `extensions` ADD `purpose` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `calls` ADD `danger` text;