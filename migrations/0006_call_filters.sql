CREATE INDEX `calls_outcome_started` ON `calls` (`outcome`,`started_at`);--> statement-breakpoint
CREATE INDEX `calls_from_started` ON `calls` (`from_number`,`started_at`);--> statement-breakpoint
CREATE INDEX `calls_to_started` ON `calls` (`to_number`,`started_at`);