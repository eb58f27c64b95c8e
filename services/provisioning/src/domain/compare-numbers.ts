import type { NumberTrouble } from "@cloudpbx/contracts/extensions/numbers";
import type { InboundRoute } from "@cloudpbx/contracts/extensions/registration";
import { describeLack, type NumberCapabilities } from "./capability-words.ts";
import { numberIdOf } from "./number-id.ts";
import { describeService } from "./service-words.ts";

/** `drift` names the webhooks that do not come to us. */
export interface NumberThere {
	carrierId: string;
	number: string;
	/** The keys of the extension that our label names; null without one. */
	boughtFor: string | null;
	drift: readonly WebhookName[];
	service: { name: string; route: InboundRoute } | null;
	capabilities: NumberCapabilities;
}

export interface NumberHere {
	id: string;
	number: string;
	carrierId: string | null;
	ext: string | null;
}

export type WebhookName = "voiceUrl" | "voiceFallbackUrl" | "statusUrl" | "smsUrl";

/** Compares by digits: a number that was rented again by hand has a new id. `underway` are being bought or given back. */
export function compareNumbers(
	there: readonly NumberThere[],
	here: readonly NumberHere[],
	underway: ReadonlySet<string>,
): NumberTrouble[] {
	const thereByNumber = new Map(there.map((number) => [number.number, number]));
	const ours = new Set(here.map(({ number }) => number));
	const strays = there.filter(({ number }) => !ours.has(number) && !underway.has(number)).map(describeStray);
	const troubled = here
		.filter(({ number }) => !underway.has(number))
		.map((number) => describeOurs(number, thereByNumber.get(number.number)))
		.filter((trouble) => trouble !== null);
	return [...troubled, ...strays];
}

function describeOurs(here: NumberHere, there: NumberThere | undefined): NumberTrouble | null {
	const { id, number } = here;
	if (!there) {
		const message = `Twilio no longer has ${number}: nobody reaches you by it. Repairing rents it again if it is still free.`;
		return { id, number, trouble: "missing", message };
	}
	const wrong = there.drift.map((name) => partNames[name]);
	const swallowed = there.service && describeService(there.service);
	if (swallowed) wrong.push(swallowed);
	if (here.carrierId !== there.carrierId) wrong.push("its id at Twilio");
	const lack = describeLack(number, there.capabilities, here.ext);
	if (wrong.length === 0) return lack && { id, number, ...lack };
	const besides = lack ? ` ${lack.message}` : "";
	const message = `${number} is not set up as it should be at Twilio: ${wrong.join(", ")}. Repairing sets it up again.${besides}`;
	return { id, number, trouble: "drifted", message };
}

function describeStray({ carrierId, number, boughtFor, capabilities }: NumberThere): NumberTrouble {
	const purpose = boughtFor ? ` It was bought for extension ${boughtFor}.` : "";
	const lack = describeLack(number, capabilities, null);
	const besides = lack ? ` ${lack.message}` : "";
	const message = `${number} is paid for at Twilio and not used here.${purpose} Repairing takes it up.${besides}`;
	return { id: numberIdOf(carrierId), number, trouble: "stray", message };
}

const partNames: Record<WebhookName, string> = {
	voiceUrl: "where its calls go (callers do not reach you)",
	voiceFallbackUrl: "what answers when a call fails (callers hear an error)",
	statusUrl: "who hears that a call has ended (calls stay open in the list)",
	smsUrl: "where its texts go (they do not reach you)",
};
