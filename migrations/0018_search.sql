-- The search index, now also over beginnings of two to four letters. New texts go there at once; a sweep of messaging moves the others from
-- `messages_fts`, the newest first, because indexing a million texts takes longer than D1 lets a statement run (docs/decisions/0028-search.md).
CREATE VIRTUAL TABLE `messages_search` USING fts5(`body`, content='messages', content_rowid='position', tokenize='unicode61 remove_diacritics 2', prefix='2 3 4');
--> statement-breakpoint
-- Its words in order, for the words that begin with some letters.
CREATE VIRTUAL TABLE `messages_search_words` USING fts5vocab('messages_search', 'instance');
--> statement-breakpoint
CREATE TRIGGER `messages_search_insert` AFTER INSERT ON `messages` BEGIN INSERT INTO `messages_search` (rowid, `body`) VALUES (NEW.`position`, NEW.`body`); END;
--> statement-breakpoint
-- What an index does not hold must not be taken from it: it would be damaged. `…_docsize` has a row for each text that it holds.
CREATE TRIGGER `messages_search_delete` AFTER DELETE ON `messages` WHEN EXISTS (SELECT 1 FROM `messages_search_docsize` WHERE `id` = OLD.`position`) BEGIN INSERT INTO `messages_search` (`messages_search`, rowid, `body`) VALUES ('delete', OLD.`position`, OLD.`body`); END;
--> statement-breakpoint
CREATE TRIGGER `messages_search_update` AFTER UPDATE OF `body` ON `messages` WHEN EXISTS (SELECT 1 FROM `messages_search_docsize` WHERE `id` = OLD.`position`) BEGIN INSERT INTO `messages_search` (`messages_search`, rowid, `body`) VALUES ('delete', OLD.`position`, OLD.`body`); INSERT INTO `messages_search` (rowid, `body`) VALUES (NEW.`position`, NEW.`body`); END;
--> statement-breakpoint
DROP TRIGGER `messages_fts_insert`;
--> statement-breakpoint
DROP TRIGGER `messages_fts_delete`;
--> statement-breakpoint
DROP TRIGGER `messages_fts_update`;
--> statement-breakpoint
CREATE TRIGGER `messages_fts_delete` AFTER DELETE ON `messages` WHEN EXISTS (SELECT 1 FROM `messages_fts_docsize` WHERE `id` = OLD.`position`) BEGIN INSERT INTO `messages_fts` (`messages_fts`, rowid, `body`) VALUES ('delete', OLD.`position`, OLD.`body`); END;
--> statement-breakpoint
CREATE TRIGGER `messages_fts_update` AFTER UPDATE OF `body` ON `messages` WHEN EXISTS (SELECT 1 FROM `messages_fts_docsize` WHERE `id` = OLD.`position`) BEGIN INSERT INTO `messages_fts` (`messages_fts`, rowid, `body`) VALUES ('delete', OLD.`position`, OLD.`body`); INSERT INTO `messages_fts` (rowid, `body`) VALUES (NEW.`position`, NEW.`body`); END;
