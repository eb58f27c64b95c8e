ALTER TABLE `campaign_senders` ADD `round_trip_milliseconds` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `campaign_senders` ADD `behind_milliseconds` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `campaign_senders` ADD `texts_per_second` real;