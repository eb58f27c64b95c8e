CREATE TABLE `call_legs` (
	`call_id` text NOT NULL,
	`position` integer NOT NULL,
	`phone` text NOT NULL,
	`carrier_id` text,
	`asked_at` integer,
	`status` text,
	PRIMARY KEY(`call_id`, `position`)
);
--> statement-breakpoint
CREATE INDEX `calls_out` ON `calls` (`started_at`) WHERE direction = 'outbound';