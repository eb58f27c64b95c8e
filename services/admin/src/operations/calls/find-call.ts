import type { Call } from "@cloudpbx/contracts/api/calls";
import { accept, type Result, refuse } from "@cloudpbx/contracts/errors";
import { callEvents, calls, receptionistTurns } from "@cloudpbx/db/schema/voice";
import { voicemails } from "@cloudpbx/db/schema/voicemails";
import { contactOfCall, showCall } from "@cloudpbx/db/show-call";
import { and, asc, desc, eq, isNull } from "drizzle-orm";
import { askService } from "../../ask-service.ts";
import type { CallerContext } from "../../context.ts";
import { selectContactName } from "../contacts/contact-names.ts";
import { toCallEvent, toReceptionistTurn } from "./to-call-event.ts";

const rowsMax = 500;

/** One round trip. Of an open call, voice knows the first events; they are stored at its end. */
export async function findCall(ctx: CallerContext, id: string): Promise<Result<Call>> {
	const { db } = ctx;
	const [[found], events, turns, [voicemail]] = await db.batch([
		db
			.select({ call: calls, contactName: selectContactName(contactOfCall, ctx.principal) })
			.from(calls)
			.where(eq(calls.id, id)),
		db
			.select({ kind: callEvents.kind, at: callEvents.at, detail: callEvents.detail })
			.from(callEvents)
			.where(eq(callEvents.callId, id))
			.orderBy(asc(callEvents.at), asc(callEvents.id))
			.limit(rowsMax),
		db
			.select()
			.from(receptionistTurns)
			.where(eq(receptionistTurns.callId, id))
			.orderBy(asc(receptionistTurns.id))
			.limit(rowsMax),
		db
			.select({ id: voicemails.id })
			.from(voicemails)
			.where(and(eq(voicemails.callId, id), isNull(voicemails.deletedAt)))
			.orderBy(desc(voicemails.createdAt))
			.limit(1),
	]);
	if (!found) return refuse("not_found", "There is no such call.");
	const { call, contactName } = found;
	const isOpen = call.endedAt === null && call.officeVersion !== null;
	const first = isOpen ? await askService("voice", ctx.voice.firstEvents(id)) : accept([]);
	const began = first.ok ? first.value.map((event) => ({ ...event, at: new Date(event.at) })) : [];
	return accept({
		...showCall(call, contactName),
		events: [...began, ...events].map(toCallEvent),
		receptionist: turns.map(toReceptionistTurn),
		voicemailId: voicemail?.id ?? null,
	});
}
