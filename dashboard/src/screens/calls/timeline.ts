import type { Call, ReceptionistTurn } from "@cloudpbx/contracts/api/calls";
import type { ReceptionistAction } from "@cloudpbx/contracts/calls/calls";
import { type PlacedLeg, readLegs } from "../../domain/call-legs.ts";
import { formatShare } from "../../words/counts.ts";
import { formatDuration, formatMilliseconds } from "../../words/times.ts";
import { describeEvent, textOf, textOrNull } from "./describe-event.ts";
import type { NameOf } from "./describe-place.ts";
import type { Moment } from "./moment.ts";

type TimelineCall = Pick<Call, "events" | "startedAt" | "receptionist">;

/** The call in order, one moment a line. Ringing and its end are one moment. */
export function toMoments(call: TimelineCall, nameOf: NameOf): Moment[] {
	const legs = readLegs(call.events);
	const turns = [...call.receptionist];
	const begin = Date.parse(call.startedAt);
	const offsetOf = (at: number) => Math.max(0, Math.round((at - begin) / 1000));
	const moments = call.events.flatMap((event, place): Moment[] => {
		const offsetSeconds = offsetOf(Date.parse(event.at));
		const leg = legs.find((one) => one.rangPlace === place);
		if (leg) return toLegMoments(leg, nameOf, offsetOf);
		if (legs.some((one) => one.endPlace === place)) return [];
		if (event.kind === "receptionist_decided") {
			const index = turns.findIndex((turn) => turn.turn === event.turn && turn.action === event.action);
			const [turn] = index === -1 ? [] : turns.splice(index, 1);
			return [{ offsetSeconds, ...describeDecision(event.action, event.extension, turn, nameOf) }];
		}
		return [{ offsetSeconds, tone: "quiet", ...describeEvent(event, nameOf) }];
	});
	const rest = turns.map((turn) => ({
		offsetSeconds: offsetOf(Date.parse(turn.at)),
		...describeDecision(turn.action, turn.extension, turn, nameOf),
	}));
	return [...moments, ...rest].sort((one, other) => one.offsetSeconds - other.offsetSeconds);
}

function toLegMoments(leg: PlacedLeg, nameOf: NameOf, offsetOf: (at: number) => number): Moment[] {
	const name = nameOf(leg.extension);
	const rang: Moment = {
		offsetSeconds: offsetOf(leg.rangAt),
		title: `Rang ${name}`,
		detail: describeRinging(leg),
		tone: leg.end === "answered" ? "good" : leg.end === "waiting" ? "busy" : "bad",
	};
	if (leg.answeredAt === null) return [rang];
	const detail = leg.talkSeconds === null ? undefined : `Talked for ${formatDuration(leg.talkSeconds)}`;
	return [
		rang,
		{
			offsetSeconds: offsetOf(leg.answeredAt),
			title: `${name} answered`,
			...(detail && { detail }),
			tone: "good",
		},
	];
}

function describeRinging({ end, result, ringSeconds }: PlacedLeg): string {
	if (end === "waiting") return "Rings, or has been answered";
	const seconds = formatDuration(ringSeconds ?? 0);
	if (end === "answered") return `For ${seconds}`;
	if (end === "gave_up") return `For ${seconds}, until the caller hung up`;
	if (end === "not_taken") return "Was picked up, perhaps by a mailbox; nobody pressed 1 to take the call";
	if (result === "busy") return "Was busy";
	if (result === "failed") return "Could not be reached";
	if (result === "canceled") return `For ${seconds}, then the ringing was ended`;
	return `For ${seconds}, nobody answered`;
}

const decisionWords: Record<ReceptionistAction, (name: string) => string> = {
	transfer: (name) => `Receptionist put the call through to ${name}`,
	voicemail: (name) => `Receptionist offered the voicemail of ${name}`,
	info: () => "Receptionist answered the question",
	ask: () => "Receptionist asked a question",
	goodbye: () => "Receptionist said goodbye",
	menu: () => "Receptionist led back to the menu",
};

function describeDecision(
	action: unknown,
	extension: unknown,
	turn: ReceptionistTurn | undefined,
	nameOf: NameOf,
): Omit<Moment, "offsetSeconds"> {
	const write = (decisionWords as Record<string, (typeof decisionWords)[ReceptionistAction]>)[textOf(action)];
	const title = write ? write(nameOf(textOrNull(extension))) : "Receptionist decided";
	const moment = { title, tone: "quiet" as const };
	if (!turn) return moment;
	const facts = [
		turn.confidence === null ? null : `${formatShare(turn.confidence, 1)} sure`,
		formatMilliseconds(turn.milliseconds),
		turn.failure === null ? null : `failed: ${turn.failure}`,
	];
	return {
		...moment,
		detail: facts.filter((fact) => fact !== null).join(" · "),
		...(turn.words && { said: turn.words }),
		...(turn.answer && { told: turn.answer }),
		tone: turn.failure === null ? "quiet" : "bad",
	};
}
