import type { Exchange } from "../../context.ts";
import { newSid } from "../../sid.ts";
import { hear } from "../../timeline/timeline.ts";
import { postCallback } from "../../webhooks/outbox.ts";
import type { HttpMethod } from "../../webhooks/request.ts";
import type { Line } from "../line.ts";

export interface Participant {
	line: Line;
	label: string;
	isMuted: boolean;
	startsOnEnter: boolean;
	endsOnExit: boolean;
	/** The music stops, the conference has started. */
	begin: () => void;
	/** The conference is over for this one. */
	dismiss: () => void;
}

export interface Conference {
	sid: string;
	name: string;
	participants: Participant[];
	hasStarted: boolean;
	sequence: number;
	/** The first participant's settings win. */
	callback: { url: string; method: HttpMethod; events: string[] } | null;
}

export function openConference(
	exchange: Exchange,
	name: string,
	callback: Conference["callback"],
): Conference {
	const known = exchange.conferences.get(name);
	if (known) return known;
	const conference: Conference = {
		sid: newSid("CF"),
		name,
		participants: [],
		hasStarted: false,
		sequence: 1,
		callback,
	};
	exchange.conferences.set(name, conference);
	return conference;
}

/** Starts with two participants of whom one may start it. */
export function joinConference(
	exchange: Exchange,
	conference: Conference,
	participant: Participant,
	beeps: boolean,
): void {
	if (beeps) for (const { line } of conference.participants) hear(line, "[beep]");
	conference.participants.push(participant);
	report(exchange, conference, "join", "participant-join", participant);
	const mayStart =
		conference.participants.length > 1 && conference.participants.some((one) => one.startsOnEnter);
	if (mayStart && !conference.hasStarted) {
		conference.hasStarted = true;
		report(exchange, conference, "start", "conference-start", participant);
	}
	if (conference.hasStarted) for (const one of conference.participants) one.begin();
}

/** The last one, or one with endConferenceOnExit, ends it for all. */
export function leaveConference(exchange: Exchange, conference: Conference, participant: Participant): void {
	if (!conference.participants.includes(participant)) return;
	conference.participants = conference.participants.filter((other) => other !== participant);
	report(exchange, conference, "leave", "participant-leave", participant);
	const isOver = participant.endsOnExit || conference.participants.length === 0;
	if (!isOver || exchange.conferences.get(conference.name) !== conference) return;
	exchange.conferences.delete(conference.name);
	const others = conference.participants;
	conference.participants = [];
	for (const other of others) {
		report(exchange, conference, "leave", "participant-leave", other);
		other.dismiss();
	}
	report(exchange, conference, "end", "conference-end", participant);
}

/** Everybody but the speaker hears what a participant says. */
export function speakInConference(conference: Conference, speaker: Participant, text: string): void {
	if (speaker.isMuted || !conference.hasStarted) return;
	for (const one of conference.participants) if (one !== speaker) hear(one.line, text);
}

function report(
	exchange: Exchange,
	conference: Conference,
	kind: string,
	event: string,
	participant: Participant,
): void {
	if (!conference.callback?.events.includes(kind)) return;
	const { url, method } = conference.callback;
	const params: Record<string, string> = {
		AccountSid: exchange.account.sid,
		ConferenceSid: conference.sid,
		FriendlyName: conference.name,
		StatusCallbackEvent: event,
		SequenceNumber: String(conference.sequence),
		Timestamp: new Date().toUTCString().replace("GMT", "+0000"),
		...(kind === "end"
			? {
					CallSidEndingConference: participant.line.call.sid,
					ParticipantLabelEndingConference: participant.label,
					ReasonConferenceEnded: participant.endsOnExit
						? "participant-with-end-conference-on-exit-left"
						: "last-participant-left",
				}
			: {
					CallSid: participant.line.call.sid,
					ParticipantLabel: participant.label,
					Muted: String(participant.isMuted),
					Hold: "false",
					Coaching: "false",
					StartConferenceOnEnter: String(participant.startsOnEnter),
					EndConferenceOnExit: String(participant.endsOnExit),
				}),
	};
	conference.sequence += 1;
	postCallback(exchange, { aboutSid: participant.line.call.sid, kind: "conference", method, url, params });
}
