import { newSid } from "../../sid.ts";
import { postCallback } from "../../webhooks/outbox.ts";
import type { HttpMethod } from "../../webhooks/request.ts";
import type { WebhookContext } from "../../webhooks/webhook-context.ts";

export interface Participant {
	callSid: string;
	hear: (text: string) => void;
	label: string;
	isMuted: boolean;
	startsOnEnter: boolean;
	endsOnExit: boolean;
	begin: () => void;
	dismiss: () => void;
}

export interface Conference {
	sid: string;
	name: string;
	participants: Participant[];
	hasStarted: boolean;
	sequence: number;
	/** Settings of the first participant. */
	callback: { url: string; method: HttpMethod; events: string[] } | null;
}

export interface ConferenceContext {
	readonly conferences: Map<string, Conference>;
}

export function openConference(
	ctx: ConferenceContext,
	name: string,
	callback: Conference["callback"],
): Conference {
	const known = ctx.conferences.get(name);
	if (known) return known;
	const conference: Conference = {
		sid: newSid("CF"),
		name,
		participants: [],
		hasStarted: false,
		sequence: 1,
		callback,
	};
	ctx.conferences.set(name, conference);
	return conference;
}

/** A conference starts with its second participant, if one of them may start it. */
export function joinConference(
	ctx: WebhookContext,
	conference: Conference,
	participant: Participant,
	beeps: boolean,
): void {
	if (beeps) for (const one of conference.participants) one.hear("[beep]");
	conference.participants.push(participant);
	report(ctx, conference, "participant-join", participant);
	const mayStart =
		conference.participants.length > 1 && conference.participants.some((one) => one.startsOnEnter);
	if (mayStart && !conference.hasStarted) {
		conference.hasStarted = true;
		report(ctx, conference, "conference-start", participant);
	}
	if (conference.hasStarted) for (const one of conference.participants) one.begin();
}

/** The last participant ends the conference, and so does one with endConferenceOnExit. */
export function leaveConference(
	ctx: WebhookContext & ConferenceContext,
	conference: Conference,
	participant: Participant,
): void {
	if (!conference.participants.includes(participant)) return;
	conference.participants = conference.participants.filter((other) => other !== participant);
	report(ctx, conference, "participant-leave", participant);
	const isOver = participant.endsOnExit || conference.participants.length === 0;
	if (!isOver || ctx.conferences.get(conference.name) !== conference) return;
	ctx.conferences.delete(conference.name);
	const others = conference.participants;
	conference.participants = [];
	for (const other of others) {
		report(ctx, conference, "participant-leave", other);
		other.dismiss();
	}
	report(ctx, conference, "conference-end", participant);
}

export function speakInConference(conference: Conference, speaker: Participant, text: string): void {
	if (speaker.isMuted || !conference.hasStarted) return;
	for (const one of conference.participants) if (one !== speaker) one.hear(text);
}

const wantedAs = {
	"participant-join": "join",
	"conference-start": "start",
	"participant-leave": "leave",
	"conference-end": "end",
} as const;

function report(
	ctx: WebhookContext,
	conference: Conference,
	event: keyof typeof wantedAs,
	participant: Participant,
): void {
	if (!conference.callback?.events.includes(wantedAs[event])) return;
	const { url, method } = conference.callback;
	const params: Record<string, string> = {
		AccountSid: ctx.account.sid,
		ConferenceSid: conference.sid,
		FriendlyName: conference.name,
		StatusCallbackEvent: event,
		SequenceNumber: String(conference.sequence),
		Timestamp: new Date().toUTCString().replace("GMT", "+0000"),
		...(event === "conference-end"
			? {
					CallSidEndingConference: participant.callSid,
					ParticipantLabelEndingConference: participant.label,
					ReasonConferenceEnded: participant.endsOnExit
						? "participant-with-end-conference-on-exit-left"
						: "last-participant-left",
				}
			: {
					CallSid: participant.callSid,
					ParticipantLabel: participant.label,
					Muted: String(participant.isMuted),
					Hold: "false",
					Coaching: "false",
					StartConferenceOnEnter: String(participant.startsOnEnter),
					EndConferenceOnExit: String(participant.endsOnExit),
				}),
	};
	conference.sequence += 1;
	postCallback(ctx, { aboutSid: participant.callSid, kind: "conference", method, url, params });
}
