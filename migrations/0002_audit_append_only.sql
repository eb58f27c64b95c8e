-- The audit log is append-only: nobody changes an entry, and retention may delete only what is older than a year.
CREATE TRIGGER `audit_events_no_update` BEFORE UPDATE ON `audit_events` BEGIN SELECT RAISE(ABORT, 'audit_events is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `audit_events_no_delete` BEFORE DELETE ON `audit_events` WHEN OLD.`at` > (unixepoch() - 31536000) * 1000 BEGIN SELECT RAISE(ABORT, 'audit_events is kept for a year at least'); END;
