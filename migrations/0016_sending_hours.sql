CREATE TABLE `sending_hours` (
	`subject` text PRIMARY KEY NOT NULL,
	`hour_started_at` integer NOT NULL,
	`count` integer NOT NULL
);
