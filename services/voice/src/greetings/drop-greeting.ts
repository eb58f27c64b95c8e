import { greetingRecordings } from "@cloudpbx/db/schema/greetings";
import { extensions, office } from "@cloudpbx/db/schema/provisioning";
import { and, eq, sql } from "drizzle-orm";
import type { Context } from "../context.ts";
import { findGreetingFile, greetingPathOf } from "../domain/greetings/greeting-file.ts";

/** Keeps the file while anybody uses it: several may have been given the same one. */
export async function dropGreeting({ db, audio }: Context, key: string): Promise<void> {
	if (findGreetingFile(greetingPathOf(key)) === null) return;
	const [users, takes, lines] = await db.batch([
		db.select({ id: extensions.id }).from(extensions).where(eq(extensions.greetingAudio, key)).limit(1),
		db
			.select({ id: greetingRecordings.id })
			.from(greetingRecordings)
			.where(and(eq(greetingRecordings.audio, key), eq(greetingRecordings.state, "stored")))
			.limit(1),
		// The company's own greetings are settings, which the office's row holds.
		db.select({ id: office.id }).from(office).where(sql`instr(${office.settings}, ${key}) > 0`),
	]);
	if (users.length + takes.length + lines.length === 0) await audio.delete(key);
}
