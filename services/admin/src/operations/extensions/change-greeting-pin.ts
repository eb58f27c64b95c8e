import type { GreetingPinState } from "@cloudpbx/contracts/api/greeting-pin";
import { accept, type Result, refuse } from "@cloudpbx/contracts/errors";
import { greetingPins } from "@cloudpbx/db/schema/greetings";
import { extensions } from "@cloudpbx/db/schema/provisioning";
import { eq } from "drizzle-orm";
import { askService } from "../../ask-service.ts";
import type { ActorContext, Context } from "../../context.ts";
import { recordDone, recordIfUnknown } from "../audit/record-change.ts";

export async function findGreetingPin(ctx: Context, id: string): Promise<Result<GreetingPinState>> {
	const found = await findPerson(ctx, id);
	return found.ok ? accept({ isSet: found.value.isSet }) : found;
}

/** Null removes the PIN. The log never contains digits of it. */
export async function changeGreetingPin(
	ctx: ActorContext,
	id: string,
	pin: string | null,
): Promise<Result<GreetingPinState>> {
	const found = await findPerson(ctx, id);
	if (!found.ok) return found;
	const { ext, status, isSet } = found.value;
	if (pin === null && !isSet) return accept({ isSet: false });
	if (pin !== null && status === "inactive") {
		return refuse("conflict", `Extension ${ext} was deactivated; create a new one.`);
	}
	const set = await askService("voice", ctx.voice.setGreetingPin(id, pin));
	const word = (is: boolean) => ({ greetingPin: is ? "set" : "none" });
	const change = { action: "extension.update", target: { kind: "extension", id }, before: word(isSet) };
	if (!set.ok) {
		await recordIfUnknown(ctx, set, { ...change, after: word(pin !== null) });
		return set;
	}
	await recordDone(ctx, { ...change, after: { greetingPin: pin === null ? "none" : "changed" } });
	return accept({ isSet: pin !== null });
}

async function findPerson(ctx: Context, id: string) {
	const [row] = await ctx.db
		.select({
			ext: extensions.ext,
			kind: extensions.kind,
			status: extensions.status,
			pinOf: greetingPins.extensionId,
		})
		.from(extensions)
		.leftJoin(greetingPins, eq(greetingPins.extensionId, extensions.id))
		.where(eq(extensions.id, id));
	if (!row) return refuse("not_found", "There is no such extension.");
	if (row.kind === "group") {
		return refuse(
			"bad_input",
			"A group has no telephone of its own: its greeting is recorded in the dashboard.",
		);
	}
	return accept({ ...row, isSet: row.pinOf !== null });
}
