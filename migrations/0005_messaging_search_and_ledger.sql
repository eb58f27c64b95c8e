-- The search index over texts. It holds no copy of them: `content` names the table that does, and triggers keep it in step.
CREATE VIRTUAL TABLE `messages_fts` USING fts5(`body`, content='messages', content_rowid='position', tokenize='unicode61 remove_diacritics 2');
--> statement-breakpoint
CREATE TRIGGER `messages_fts_insert` AFTER INSERT ON `messages` BEGIN INSERT INTO `messages_fts` (rowid, `body`) VALUES (NEW.`position`, NEW.`body`); END;
--> statement-breakpoint
CREATE TRIGGER `messages_fts_delete` AFTER DELETE ON `messages` BEGIN INSERT INTO `messages_fts` (`messages_fts`, rowid, `body`) VALUES ('delete', OLD.`position`, OLD.`body`); END;
--> statement-breakpoint
CREATE TRIGGER `messages_fts_update` AFTER UPDATE OF `body` ON `messages` BEGIN INSERT INTO `messages_fts` (`messages_fts`, rowid, `body`) VALUES ('delete', OLD.`position`, OLD.`body`); INSERT INTO `messages_fts` (rowid, `body`) VALUES (NEW.`position`, NEW.`body`); END;
--> statement-breakpoint
-- The consent ledger is append-only and kept for good.
CREATE TRIGGER `consent_events_no_update` BEFORE UPDATE ON `consent_events` BEGIN SELECT RAISE(ABORT, 'consent_events is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `consent_events_no_delete` BEFORE DELETE ON `consent_events` BEGIN SELECT RAISE(ABORT, 'consent_events is kept for good'); END;
