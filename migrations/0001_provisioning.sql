CREATE TABLE `number_orders` (
	`id` text PRIMARY KEY NOT NULL,
	`purpose` text NOT NULL,
	`extension_id` text,
	`kind` text NOT NULL,
	`number` text NOT NULL,
	`label` text NOT NULL,
	`status` text NOT NULL,
	`carrier_id` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`extension_id`) REFERENCES `extensions`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `number_orders_purpose_open` ON `number_orders` (`purpose`) WHERE status IN ('buying', 'bought');--> statement-breakpoint
CREATE UNIQUE INDEX `number_orders_number_open` ON `number_orders` (`number`) WHERE status IN ('buying', 'bought', 'releasing');--> statement-breakpoint
CREATE INDEX `number_orders_open` ON `number_orders` (`updated_at`) WHERE status IN ('buying', 'bought', 'releasing');--> statement-breakpoint
ALTER TABLE `extensions` ADD `area_code` text;--> statement-breakpoint
ALTER TABLE `extensions` ADD `provisioning_run` integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE `extensions` ADD `deactivated_at` integer;--> statement-breakpoint
ALTER TABLE `phone_numbers` ADD `release_at` integer;--> statement-breakpoint
ALTER TABLE `phone_numbers` ADD `releasing_at` integer;--> statement-breakpoint
CREATE INDEX `phone_numbers_release` ON `phone_numbers` (`release_at`) WHERE release_at IS NOT NULL;