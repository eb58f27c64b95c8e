import { sessions } from "@cloudpbx/db/schema/admin";
import { eq } from "drizzle-orm";
import { type Act, recordChange } from "./record-change.ts";

/** Signs a person out of every browser, this one too. */
export async function endSessions(act: Act, userId: string): Promise<void> {
	await act.db.batch([
		act.db.delete(sessions).where(eq(sessions.userId, userId)),
		recordChange(act, { action: "sessions.end", target: { kind: "user", id: userId } }),
	]);
}
