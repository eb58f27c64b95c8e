CREATE TABLE `office` (
	`id` integer PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`settings` text NOT NULL,
	`extensions` text NOT NULL,
	`lines` text NOT NULL
);
--> statement-breakpoint
ALTER TABLE `messages` ADD `is_blocked` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `extensions` ADD `kind` text DEFAULT 'person' NOT NULL;--> statement-breakpoint
ALTER TABLE `extensions` ADD `also_ring` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `extensions` ADD `members` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `extensions` ADD `ringing` text DEFAULT 'together' NOT NULL;--> statement-breakpoint
ALTER TABLE `extensions` ADD `ring_seconds` integer;--> statement-breakpoint
ALTER TABLE `extensions` ADD `hours` text;--> statement-breakpoint
ALTER TABLE `extensions` ADD `greeting` text;--> statement-breakpoint
ALTER TABLE `extensions` ADD `greeting_audio` text;--> statement-breakpoint
ALTER TABLE `calls` ADD `taken_by` text;--> statement-breakpoint
ALTER TABLE `calls` ADD `office_version` integer;--> statement-breakpoint
ALTER TABLE `calls` ADD `busy_at_start` text;--> statement-breakpoint
CREATE INDEX `calls_taken` ON `calls` (`taken_by`) WHERE taken_by IS NOT NULL AND ended_at IS NULL;--> statement-breakpoint
-- All that decides a call, read as one row (docs/decisions/0027-office-row.md). What it holds is defined here, once.
CREATE VIEW `office_now` AS SELECT
	(SELECT coalesce(json_group_object(`key`, json(`value`)), '{}') FROM `settings` WHERE json_valid(`value`) AND `key` NOT IN ('version', 'readyMark')) AS `settings`,
	(SELECT coalesce(json_group_array(json_object('id', `id`, 'ext', `ext`, 'kind', `kind`, 'name', `name`, 'department', `department`, 'purpose', `purpose`, 'forwardTo', `forward_to`, 'alsoRing', json(`also_ring`), 'answerWith', `answer_with`, 'members', json(`members`), 'ringing', `ringing`, 'ringSeconds', `ring_seconds`, 'hours', json(`hours`), 'greeting', `greeting`, 'greetingAudio', `greeting_audio`)), '[]') FROM `extensions` WHERE `status` <> 'inactive') AS `extensions`,
	(SELECT coalesce(json_group_object(`number`, (SELECT `ext` FROM `extensions` WHERE `extensions`.`id` = `extension_id` AND `status` <> 'inactive')), '{}') FROM `phone_numbers`) AS `lines`;
--> statement-breakpoint
INSERT INTO `office` (`id`, `version`, `settings`, `extensions`, `lines`) SELECT 1, 1, `settings`, `extensions`, `lines` FROM `office_now`;
--> statement-breakpoint
CREATE TRIGGER `office_settings_insert` AFTER INSERT ON `settings` WHEN NEW.`key` NOT IN ('version', 'readyMark') BEGIN UPDATE `office` SET (`version`, `settings`) = (SELECT `office`.`version` + 1, `settings` FROM `office_now`); END;
--> statement-breakpoint
CREATE TRIGGER `office_settings_update` AFTER UPDATE OF `value` ON `settings` WHEN NEW.`key` NOT IN ('version', 'readyMark') BEGIN UPDATE `office` SET (`version`, `settings`) = (SELECT `office`.`version` + 1, `settings` FROM `office_now`); END;
--> statement-breakpoint
CREATE TRIGGER `office_settings_delete` AFTER DELETE ON `settings` WHEN OLD.`key` NOT IN ('version', 'readyMark') BEGIN UPDATE `office` SET (`version`, `settings`) = (SELECT `office`.`version` + 1, `settings` FROM `office_now`); END;
--> statement-breakpoint
CREATE TRIGGER `office_extensions_insert` AFTER INSERT ON `extensions` BEGIN UPDATE `office` SET (`version`, `extensions`, `lines`) = (SELECT `office`.`version` + 1, `extensions`, `lines` FROM `office_now`); END;
--> statement-breakpoint
CREATE TRIGGER `office_extensions_update` AFTER UPDATE OF `ext`, `kind`, `name`, `department`, `purpose`, `forward_to`, `also_ring`, `answer_with`, `members`, `ringing`, `ring_seconds`, `hours`, `greeting`, `greeting_audio`, `status` ON `extensions` BEGIN UPDATE `office` SET (`version`, `extensions`, `lines`) = (SELECT `office`.`version` + 1, `extensions`, `lines` FROM `office_now`); END;
--> statement-breakpoint
CREATE TRIGGER `office_extensions_delete` AFTER DELETE ON `extensions` BEGIN UPDATE `office` SET (`version`, `extensions`, `lines`) = (SELECT `office`.`version` + 1, `extensions`, `lines` FROM `office_now`); END;
--> statement-breakpoint
CREATE TRIGGER `office_numbers_insert` AFTER INSERT ON `phone_numbers` BEGIN UPDATE `office` SET (`version`, `lines`) = (SELECT `office`.`version` + 1, `lines` FROM `office_now`); END;
--> statement-breakpoint
CREATE TRIGGER `office_numbers_update` AFTER UPDATE OF `number`, `extension_id` ON `phone_numbers` BEGIN UPDATE `office` SET (`version`, `lines`) = (SELECT `office`.`version` + 1, `lines` FROM `office_now`); END;
--> statement-breakpoint
CREATE TRIGGER `office_numbers_delete` AFTER DELETE ON `phone_numbers` BEGIN UPDATE `office` SET (`version`, `lines`) = (SELECT `office`.`version` + 1, `lines` FROM `office_now`); END;
