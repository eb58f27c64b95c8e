import { type DialPlan, dialResultParams } from "../../calls/dial-result.ts";
import { discountJump } from "../../calls/discount-jump.ts";
import {
	type Conference,
	joinConference,
	leaveConference,
	openConference,
	type Participant,
	speakInConference,
} from "../../calls/joining/conference.ts";
import { unlessAborted } from "../../calls/unless-aborted.ts";
import { note, noteError } from "../../timeline/timeline.ts";
import { flag, httpMethod, wholeNumber, words } from "../../twiml/attributes.ts";
import { resolveUrl } from "../../twiml/document.ts";
import { type Element, textOf } from "../../twiml/element.ts";
import { playMusic } from "../music.ts";
import type { Leap, VerbContext } from "../verb.ts";
import { afterDial, limitTalk, readPlan } from "./dial-settings.ts";

const waitVerbs = ["Say", "Play", "Pause", "Redirect"];
const participantsMax = 250;

export async function dialConference(
	context: VerbContext,
	element: Element,
	noun: Element,
): Promise<Leap | null> {
	const { exchange, call } = context.line;
	const conference = openConference(exchange, textOf(noun), readCallback(context, noun));
	const refusal = refuse(conference, noun);
	if (refusal) {
		noteError(exchange, call.sid, refusal.code, refusal.text);
		return null;
	}
	const plan: DialPlan = { ...readPlan(context, element), isConference: true };
	plan.bridgedClockMs = exchange.clock.now();
	const seconds = limitTalk(plan, element, plan.bridgedClockMs);
	call.hangupPlan = plan;
	exchange.calls.save(call);
	await takePart(context, { element, noun, seconds }, conference);
	discountJump(context.line, plan.bridgedClockMs + seconds * 1000);
	call.hangupPlan = null;
	exchange.calls.save(call);
	return afterDial(
		context,
		element,
		dialResultParams(exchange, call, plan, "answered", exchange.clock.now()),
	);
}

function refuse(conference: Conference, noun: Element): { code: number; text: string } | null {
	const label = noun.attributes.participantLabel;
	if (label && conference.participants.some((one) => one.label === label)) {
		return { code: 16025, text: `participant label "${label}" is taken` };
	}
	const isFull = conference.participants.length >= wholeNumber(noun, "maxParticipants", participantsMax, 1);
	return isFull ? { code: 16003, text: `conference "${conference.name}" is full` } : null;
}

async function takePart(
	context: VerbContext,
	{ element, noun, seconds }: { element: Element; noun: Element; seconds: number },
	conference: Conference,
): Promise<void> {
	const { line, signal } = context;
	const { exchange } = line;
	const over = Promise.withResolvers<void>();
	const music = new AbortController();
	const limit = new AbortController();
	const participant: Participant = {
		line,
		label: noun.attributes.participantLabel ?? "",
		isMuted: flag(noun, "muted", false),
		startsOnEnter: flag(noun, "startConferenceOnEnter", true),
		endsOnExit: flag(noun, "endConferenceOnExit", false),
		begin: () => music.abort(),
		dismiss: () => over.resolve(),
	};
	const hangsUpOnStar = flag(element, "hangupOnStar", false);
	line.input = {
		speak: (text) => speakInConference(conference, participant, text),
		press: (key) => (hangsUpOnStar && key === "*" ? over.resolve() : undefined),
	};
	note(exchange, line.call.sid, "status", `in conference ${conference.name}`, {
		conferenceSid: conference.sid,
	});
	const beep = noun.attributes.beep ?? "true";
	joinConference(exchange, conference, participant, beep === "true" || beep === "onEnter");
	exchange.clock.sleep(seconds * 1000, limit.signal).then(over.resolve, () => undefined);
	const waiting = playMusic(context, noun.attributes.waitUrl, httpMethod(noun, "waitMethod"), {
		name: "conference",
		verbs: waitVerbs,
		params: () => ({ ConferenceSid: conference.sid, FriendlyName: conference.name }),
		signal: music.signal,
	});
	try {
		await unlessAborted(Promise.all([over.promise, waiting]), signal);
	} finally {
		limit.abort();
		music.abort();
		line.input = null;
		leaveConference(exchange, conference, participant);
	}
}

function readCallback({ document }: VerbContext, noun: Element): Conference["callback"] {
	const address = noun.attributes.statusCallback;
	const url = address ? resolveUrl(document, address) : null;
	if (!url) return null;
	const events = words(noun, "statusCallbackEvent", "");
	return { url, method: httpMethod(noun, "statusCallbackMethod"), events };
}
