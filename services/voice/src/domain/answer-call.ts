import { findBlock } from "@cloudpbx/domain/blocklist/find-block";
import { type CallInProgress, type CallPlan, withEvent } from "./call/call-plan.ts";
import { answerMainLine } from "./menu/main-line.ts";
import { type Extension, findDialled, type Office } from "./office/office.ts";
import { offerVoicemail, reachExtension } from "./ringing/reach-extension.ts";
import { takeCompanyMessage } from "./voicemail/take-company-message.ts";

/** The first answer to a call. A number that we do not know has the menu too. */
export function answerCall(call: CallInProgress, office: Office): CallPlan {
	const dialled = findDialled(office, call.to);
	const block = findBlock(office.blocklist, call.from);
	if (block) return answerBlocked(block.then, dialled, office);
	return dialled ? reachExtension(dialled, call, office) : answerMainLine(call, office);
}

function answerBlocked(then: "reject" | "voicemail", dialled: Extension | null, office: Office): CallPlan {
	const event = { step: "blocked", kind: "caller_blocked" as const, detail: { then } };
	if (then === "reject") return { steps: [{ kind: "reject" }], events: [event], outcome: "blocked" };
	const plan = dialled ? offerVoicemail(dialled, office) : takeCompanyMessage(office);
	return { ...withEvent(event, plan), outcome: "blocked" };
}
