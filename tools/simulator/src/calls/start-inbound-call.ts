import { capabilitiesOf, type PhoneNumber } from "../numbers.ts";
import { noteWarning } from "../timeline/timeline.ts";
import { endLine } from "./change-status.ts";
import type { CallContext, Line } from "./line.ts";
import { openLine } from "./open-line.ts";

const onwardHopsMax = 10;

export function startInboundCall(
	ctx: CallContext,
	caller: { from: string; number: PhoneNumber; origin: Line | null; extraParams: Record<string, string> },
): Line {
	const { from, number, origin, extraParams } = caller;
	const line = openLine(ctx, {
		from,
		to: number.phoneNumber,
		direction: "inbound",
		status: "ringing",
		numberSid: number.sid,
		extraParams: withCallerName(number, extraParams),
		fallback: number.voiceFallbackUrl
			? { url: number.voiceFallbackUrl, method: number.voiceFallbackMethod }
			: null,
	});
	if (origin) {
		line.origin = origin;
		origin.onward = line;
	}
	ctx.background(serve(line, number));
	return line;
}

async function serve(line: Line, number: PhoneNumber): Promise<void> {
	if (countHops(line) > onwardHopsMax) return endLine(line, "failed", "the call goes in circles");
	if (!capabilitiesOf(number).voice) return endLine(line, "failed", `${number.phoneNumber} takes no calls`);
	if (number.voiceApplicationSid || number.trunkSid) {
		noteWarning(line.ctx, line.call.sid, null, "TwiML Apps and trunks are not simulated; VoiceUrl is used");
	}
	if (!number.voiceUrl) return endLine(line, "failed", `${number.phoneNumber} has no VoiceUrl`);
	const { voiceUrl: url, voiceMethod: method } = number;
	await line.ctx.runTwiml(line, { url, method, params: {}, kind: "voice" });
}

function withCallerName(
	number: PhoneNumber,
	{ CallerName, ...others }: Record<string, string>,
): Record<string, string> {
	return number.voiceCallerIdLookup && CallerName ? { ...others, CallerName } : others;
}

function countHops(line: Line): number {
	let hops = 0;
	for (let leg = line.origin; leg; hops += 1) {
		leg = line.ctx.lines.get(leg.call.parentSid ?? "")?.origin ?? null;
	}
	return hops;
}
