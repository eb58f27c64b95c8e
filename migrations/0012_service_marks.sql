CREATE TABLE `service_marks` (
	`service` text NOT NULL,
	`name` text NOT NULL,
	`count` integer DEFAULT 1 NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`service`, `name`)
);
