DROP INDEX `receptionist_turns_turn`;--> statement-breakpoint
ALTER TABLE `receptionist_turns` ADD `attempt` integer DEFAULT 1 NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX `receptionist_turns_place` ON `receptionist_turns` (`call_id`,`attempt`,`turn`);--> statement-breakpoint
ALTER TABLE `calls` ADD `asked_at` integer;--> statement-breakpoint
CREATE INDEX `voicemails_not_deleted` ON `voicemails` (`created_at`) WHERE deleted_at IS NULL;--> statement-breakpoint
CREATE INDEX `voicemails_not_fetched` ON `voicemails` (`created_at`) WHERE status = 'failed';