DROP INDEX `voicemails_extension_created`;--> statement-breakpoint
ALTER TABLE `voicemails` ADD `extension_id` text;--> statement-breakpoint
-- Until now the three keys and the day on which an extension was made said whose a voicemail is.
UPDATE `voicemails` SET `extension_id` = (
	SELECT `id` FROM `extensions` WHERE `ext` = `voicemails`.`extension` AND `extensions`.`created_at` <= `voicemails`.`created_at`
	ORDER BY `extensions`.`created_at` DESC LIMIT 1
) WHERE `extension` IS NOT NULL;--> statement-breakpoint
CREATE INDEX `voicemails_owner_created` ON `voicemails` (`extension_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `voicemails_unheard_owner` ON `voicemails` (`extension_id`,`created_at`) WHERE listened_at IS NULL AND deleted_at IS NULL;--> statement-breakpoint
ALTER TABLE `api_keys` ADD `created_with` text;--> statement-breakpoint
ALTER TABLE `invitations` ADD `created_with` text;--> statement-breakpoint
ALTER TABLE `password_resets` ADD `created_with` text;--> statement-breakpoint
CREATE INDEX `calls_danger` ON `calls` (`started_at`) WHERE danger IS NOT NULL;