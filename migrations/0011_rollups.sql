-- What the analytics count, kept by the statements that change it: docs/decisions/0012-analytics.md.
-- A view takes changes; its trigger adds each to the day's row, whose counts are JSON by "quarter measure".
CREATE VIEW `call_day_changes` AS
SELECT 0 AS `at`, '' AS `extension`, '' AS `direction`, '' AS `measure`, 0 AS `amount` WHERE 0;
--> statement-breakpoint
-- Every call counts in the row without an extension, and in the row of its own; by the quarter, and by the whole day.
CREATE TRIGGER `call_day_changes_add` INSTEAD OF INSERT ON `call_day_changes` BEGIN INSERT INTO `call_days` (`day`, `extension`, `direction`, `counts`) SELECT NEW.`at` / 86400000, `row`, NEW.`direction`, json_object(NEW.`measure`, NEW.`amount`, (NEW.`at` / 900000 % 96) || ' ' || NEW.`measure`, NEW.`amount`) FROM (SELECT '' AS `row` UNION ALL SELECT NEW.`extension`) WHERE `row` IS NOT NULL ON CONFLICT (`day`, `extension`, `direction`) DO UPDATE SET `counts` = json_set(`counts`, '$."' || NEW.`measure` || '"', coalesce(json_extract(`counts`, '$."' || NEW.`measure` || '"'), 0) + NEW.`amount`, '$."' || (NEW.`at` / 900000 % 96) || ' ' || NEW.`measure` || '"', coalesce(json_extract(`counts`, '$."' || (NEW.`at` / 900000 % 96) || ' ' || NEW.`measure` || '"'), 0) + NEW.`amount`); END;
--> statement-breakpoint
CREATE VIEW `text_day_changes` AS SELECT 0 AS `at`, '' AS `series`, '' AS `measure`, 0 AS `amount` WHERE 0;
--> statement-breakpoint
CREATE TRIGGER `text_day_changes_add` INSTEAD OF INSERT ON `text_day_changes` BEGIN INSERT INTO `text_days` (`day`, `series`, `counts`) VALUES (NEW.`at` / 86400000, NEW.`series`, json_object((NEW.`at` / 900000 % 96) || ' ' || NEW.`measure`, NEW.`amount`)) ON CONFLICT (`day`, `series`) DO UPDATE SET `counts` = json_set(`counts`, '$."' || (NEW.`at` / 900000 % 96) || ' ' || NEW.`measure` || '"', coalesce(json_extract(`counts`, '$."' || (NEW.`at` / 900000 % 96) || ' ' || NEW.`measure` || '"'), 0) + NEW.`amount`); END;
--> statement-breakpoint
-- What was there before is counted once.
UPDATE `calls` SET
	`talk_seconds` = (SELECT max(json_extract(`detail`, '$.talkSeconds')) FROM `call_events`
		WHERE `call_id` = `calls`.`id` AND `kind` = 'extension_answered'),
	`receptionist_result` = (SELECT CASE min(CASE coalesce(json_extract(`detail`, '$.action'), '')
			WHEN 'transfer' THEN 1 WHEN 'voicemail' THEN 2 WHEN 'info' THEN 3 WHEN 'menu' THEN 4 ELSE 5 END)
			WHEN 1 THEN 'transferred' WHEN 2 THEN 'voicemail' WHEN 3 THEN 'informed' WHEN 4 THEN 'menu' WHEN 5 THEN 'reached' END
		FROM `call_events` WHERE `call_id` = `calls`.`id` AND `kind` IN ('receptionist_reached', 'receptionist_decided'));
--> statement-breakpoint
INSERT INTO `call_day_changes` (`at`, `extension`, `direction`, `measure`, `amount`)
SELECT min(`started_at`), `extension`, `direction`, coalesce(`outcome`, 'open'), count(*)
FROM `calls` GROUP BY `started_at` / 900000, 2, 3, 4;
--> statement-breakpoint
INSERT INTO `call_day_changes` (`at`, `extension`, `direction`, `measure`, `amount`)
SELECT min(`started_at`), `extension`, `direction`, 'talk', sum(`talk_seconds`)
FROM `calls` WHERE `talk_seconds` > 0 GROUP BY `started_at` / 900000, 2, 3;
--> statement-breakpoint
INSERT INTO `call_day_changes` (`at`, `extension`, `direction`, `measure`, `amount`)
SELECT min(`started_at`), `extension`, `direction`, 'receptionist_' || `receptionist_result`, count(*)
FROM `calls` WHERE `receptionist_result` IS NOT NULL GROUP BY `started_at` / 900000, 2, 3, 4;
--> statement-breakpoint
UPDATE `messages` SET `answered_at` = (SELECT min(coalesce(`a`.`attempted_at`, `a`.`created_at`)) FROM `messages` `a`
	WHERE `a`.`conversation_id` = `messages`.`conversation_id` AND `a`.`position` > `messages`.`position`
		AND `a`.`direction` = 'outbound' AND `a`.`author` IN ('assistant', 'person') AND `a`.`carrier_id` IS NOT NULL)
WHERE `direction` = 'inbound' AND `sequence` IS NOT NULL;
--> statement-breakpoint
INSERT INTO `text_day_changes` (`at`, `series`, `measure`, `amount`)
SELECT min(`created_at`), 'contact', 'received', count(*) FROM `messages` WHERE `direction` = 'inbound' GROUP BY `created_at` / 900000;
--> statement-breakpoint
INSERT INTO `text_day_changes` (`at`, `series`, `measure`, `amount`)
SELECT min(`created_at`), 'answers', CASE
	WHEN `answered_at` IS NULL THEN 'never'
	WHEN `answered_at` - `created_at` <= 60000 THEN 'within1Minute'
	WHEN `answered_at` - `created_at` <= 300000 THEN 'within5Minutes'
	WHEN `answered_at` - `created_at` <= 3600000 THEN 'within1Hour' ELSE 'later' END, count(*)
FROM `messages` WHERE `direction` = 'inbound' AND `sequence` IS NOT NULL GROUP BY `created_at` / 900000, 3;
--> statement-breakpoint
INSERT INTO `text_day_changes` (`at`, `series`, `measure`, `amount`)
SELECT min(`created_at`), `author`, 'sent', count(*) FROM `messages`
WHERE `direction` = 'outbound' AND `carrier_id` IS NOT NULL GROUP BY `created_at` / 900000, 2;
--> statement-breakpoint
INSERT INTO `text_day_changes` (`at`, `series`, `measure`, `amount`)
SELECT min(`created_at`), `author`, CASE `status` WHEN 'read' THEN 'delivered' ELSE `status` END, count(*) FROM `messages`
WHERE `direction` = 'outbound' AND `status` IN ('delivered', 'read', 'undelivered', 'failed', 'refused')
GROUP BY `created_at` / 900000, 2, 3;
--> statement-breakpoint
INSERT INTO `text_day_changes` (`at`, `series`, `measure`, `amount`)
SELECT min(`at`), 'consent', `kind`, count(*) FROM `consent_events` GROUP BY `at` / 900000, 3;
--> statement-breakpoint
-- From here on the statements that write calls and texts count them.
CREATE TRIGGER `calls_counted_insert` AFTER INSERT ON `calls` BEGIN INSERT INTO `call_day_changes` (`at`, `extension`, `direction`, `measure`, `amount`) SELECT NEW.`started_at`, NEW.`extension`, NEW.`direction`, `measure`, `amount` FROM ( SELECT coalesce(NEW.`outcome`, 'open') AS `measure`, 1 AS `amount` UNION ALL VALUES ('talk', NEW.`talk_seconds`), ('receptionist_' || NEW.`receptionist_result`, 1) ) WHERE `measure` IS NOT NULL AND `amount` <> 0; END;
--> statement-breakpoint
-- The old call is taken away and the new one added; what both have in common cancels out.
CREATE TRIGGER `calls_counted_update` AFTER UPDATE OF `started_at`, `extension`, `direction`, `outcome`, `talk_seconds`, `receptionist_result` ON `calls` WHEN (OLD.`started_at`, OLD.`extension`, OLD.`direction`, OLD.`outcome`, OLD.`talk_seconds`, OLD.`receptionist_result`) IS NOT (NEW.`started_at`, NEW.`extension`, NEW.`direction`, NEW.`outcome`, NEW.`talk_seconds`, NEW.`receptionist_result`) BEGIN INSERT INTO `call_day_changes` (`at`, `extension`, `direction`, `measure`, `amount`) SELECT `at`, `extension`, `direction`, `measure`, sum(`amount`) FROM ( SELECT OLD.`started_at` AS `at`, OLD.`extension` AS `extension`, OLD.`direction` AS `direction`, coalesce(OLD.`outcome`, 'open') AS `measure`, -1 AS `amount` UNION ALL VALUES (OLD.`started_at`, OLD.`extension`, OLD.`direction`, 'talk', -OLD.`talk_seconds`), (OLD.`started_at`, OLD.`extension`, OLD.`direction`, 'receptionist_' || OLD.`receptionist_result`, -1), (NEW.`started_at`, NEW.`extension`, NEW.`direction`, coalesce(NEW.`outcome`, 'open'), 1), (NEW.`started_at`, NEW.`extension`, NEW.`direction`, 'talk', NEW.`talk_seconds`), (NEW.`started_at`, NEW.`extension`, NEW.`direction`, 'receptionist_' || NEW.`receptionist_result`, 1) ) WHERE `measure` IS NOT NULL GROUP BY 1, 2, 3, 4 HAVING sum(`amount`) <> 0; END;
--> statement-breakpoint
CREATE TRIGGER `messages_counted_received` AFTER INSERT ON `messages` WHEN NEW.`direction` = 'inbound' BEGIN INSERT INTO `text_day_changes` (`at`, `series`, `measure`, `amount`) VALUES (NEW.`created_at`, 'contact', 'received', 1); INSERT INTO `text_day_changes` (`at`, `series`, `measure`, `amount`) SELECT NEW.`created_at`, 'answers', 'never', 1 WHERE NEW.`sequence` IS NOT NULL; END;
--> statement-breakpoint
CREATE TRIGGER `messages_counted_made` AFTER INSERT ON `messages` WHEN NEW.`direction` = 'outbound' BEGIN INSERT INTO `text_day_changes` (`at`, `series`, `measure`, `amount`) SELECT NEW.`created_at`, NEW.`author`, `measure`, 1 FROM ( SELECT 'sent' AS `measure`, NEW.`carrier_id` IS NOT NULL AS `is_true` UNION ALL VALUES ('delivered', NEW.`status` IN ('delivered', 'read')), ('undelivered', NEW.`status` = 'undelivered'), ('failed', NEW.`status` = 'failed'), ('refused', NEW.`status` = 'refused') ) WHERE `is_true`; END;
--> statement-breakpoint
CREATE TRIGGER `messages_counted_update` AFTER UPDATE OF `status`, `carrier_id` ON `messages` WHEN NEW.`direction` = 'outbound' AND (OLD.`status`, OLD.`carrier_id` IS NULL) IS NOT (NEW.`status`, NEW.`carrier_id` IS NULL) BEGIN INSERT INTO `text_day_changes` (`at`, `series`, `measure`, `amount`) SELECT NEW.`created_at`, NEW.`author`, `measure`, `amount` FROM ( SELECT 'sent' AS `measure`, (NEW.`carrier_id` IS NOT NULL) - (OLD.`carrier_id` IS NOT NULL) AS `amount` UNION ALL VALUES ('delivered', (NEW.`status` IN ('delivered', 'read')) - (OLD.`status` IN ('delivered', 'read'))), ('undelivered', (NEW.`status` = 'undelivered') - (OLD.`status` = 'undelivered')), ('failed', (NEW.`status` = 'failed') - (OLD.`status` = 'failed')), ('refused', (NEW.`status` = 'refused') - (OLD.`status` = 'refused')) ) WHERE `amount` <> 0; END;
--> statement-breakpoint
-- The carrier took what the assistant or a person wrote: it answers the texts that came before it. Of several answers the one
-- that was handed over first counts, in whatever order the carrier confirms them. What came before an earlier answer has that one.
CREATE TRIGGER `messages_answer` AFTER UPDATE OF `carrier_id` ON `messages` WHEN NEW.`direction` = 'outbound' AND NEW.`author` IN ('assistant', 'person') AND OLD.`carrier_id` IS NULL AND NEW.`carrier_id` IS NOT NULL BEGIN UPDATE `messages` SET `answered_at` = coalesce(NEW.`attempted_at`, NEW.`created_at`) WHERE `conversation_id` = NEW.`conversation_id` AND `direction` = 'inbound' AND `sequence` IS NOT NULL AND (`answered_at` IS NULL OR `answered_at` > coalesce(NEW.`attempted_at`, NEW.`created_at`)) AND `position` < NEW.`position` AND `position` > coalesce(( SELECT `position` FROM `messages` WHERE `conversation_id` = NEW.`conversation_id` AND `position` < NEW.`position` AND `direction` = 'outbound' AND `author` IN ('assistant', 'person') AND `carrier_id` IS NOT NULL AND coalesce(`attempted_at`, `created_at`) <= coalesce(NEW.`attempted_at`, NEW.`created_at`) ORDER BY `position` DESC LIMIT 1), 0); END;
--> statement-breakpoint
CREATE TRIGGER `messages_counted_answered` AFTER UPDATE OF `answered_at` ON `messages` WHEN OLD.`answered_at` IS NOT NEW.`answered_at` AND NEW.`sequence` IS NOT NULL BEGIN INSERT INTO `text_day_changes` (`at`, `series`, `measure`, `amount`) SELECT NEW.`created_at`, 'answers', CASE WHEN `answered_at` IS NULL THEN 'never' WHEN `answered_at` - NEW.`created_at` <= 60000 THEN 'within1Minute' WHEN `answered_at` - NEW.`created_at` <= 300000 THEN 'within5Minutes' WHEN `answered_at` - NEW.`created_at` <= 3600000 THEN 'within1Hour' ELSE 'later' END AS `measure`, sum(`amount`) FROM (SELECT OLD.`answered_at` AS `answered_at`, -1 AS `amount` UNION ALL SELECT NEW.`answered_at`, 1) GROUP BY `measure` HAVING sum(`amount`) <> 0; END;
--> statement-breakpoint
CREATE TRIGGER `consent_events_counted` AFTER INSERT ON `consent_events` BEGIN INSERT INTO `text_day_changes` (`at`, `series`, `measure`, `amount`) VALUES (NEW.`at`, 'consent', NEW.`kind`, 1); END;
--> statement-breakpoint
CREATE TRIGGER `campaign_outcomes_insert` AFTER INSERT ON `campaign_recipients` WHEN NEW.`status` IN ('failed', 'undelivered', 'skipped') BEGIN INSERT INTO `campaign_outcomes` (`campaign_id`, `status`, `reason`, `error_code`, `count`) VALUES (NEW.`campaign_id`, NEW.`status`, coalesce(NEW.`reason`, ''), coalesce(NEW.`error_code`, 0), 1) ON CONFLICT (`campaign_id`, `status`, `reason`, `error_code`) DO UPDATE SET `count` = `count` + 1; END;
--> statement-breakpoint
CREATE TRIGGER `campaign_outcomes_update` AFTER UPDATE OF `status`, `reason`, `error_code` ON `campaign_recipients` WHEN (OLD.`status` IN ('failed', 'undelivered', 'skipped') OR NEW.`status` IN ('failed', 'undelivered', 'skipped')) AND (OLD.`status`, OLD.`reason`, OLD.`error_code`) IS NOT (NEW.`status`, NEW.`reason`, NEW.`error_code`) BEGIN UPDATE `campaign_outcomes` SET `count` = `count` - 1 WHERE `campaign_id` = OLD.`campaign_id` AND `status` = OLD.`status` AND `reason` = coalesce(OLD.`reason`, '') AND `error_code` = coalesce(OLD.`error_code`, 0); INSERT INTO `campaign_outcomes` (`campaign_id`, `status`, `reason`, `error_code`, `count`) SELECT NEW.`campaign_id`, NEW.`status`, coalesce(NEW.`reason`, ''), coalesce(NEW.`error_code`, 0), 1 WHERE NEW.`status` IN ('failed', 'undelivered', 'skipped') ON CONFLICT (`campaign_id`, `status`, `reason`, `error_code`) DO UPDATE SET `count` = `count` + 1; END;
--> statement-breakpoint
CREATE TRIGGER `campaign_outcomes_delete` AFTER DELETE ON `campaign_recipients` WHEN OLD.`status` IN ('failed', 'undelivered', 'skipped') BEGIN UPDATE `campaign_outcomes` SET `count` = `count` - 1 WHERE `campaign_id` = OLD.`campaign_id` AND `status` = OLD.`status` AND `reason` = coalesce(OLD.`reason`, '') AND `error_code` = coalesce(OLD.`error_code`, 0); END;
--> statement-breakpoint
INSERT INTO `campaign_outcomes` (`campaign_id`, `status`, `reason`, `error_code`, `count`)
SELECT `campaign_id`, `status`, coalesce(`reason`, ''), coalesce(`error_code`, 0), count(*) FROM `campaign_recipients`
WHERE `status` IN ('failed', 'undelivered', 'skipped') GROUP BY 1, 2, 3, 4;
