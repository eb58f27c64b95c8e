import { dialResultParams } from "../../calls/dial-result.ts";
import { excludeClockJump } from "../../calls/exclude-clock-jump.ts";
import type { DialPlan } from "../../calls/hangup-plan.ts";
import { hear } from "../../calls/hear.ts";
import {
	type Conference,
	joinConference,
	leaveConference,
	openConference,
	type Participant,
	speakInConference,
} from "../../calls/joining/conference.ts";
import { raceWithAbort } from "../../calls/race-with-abort.ts";
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
	const { ctx, call } = context.line;
	const conference = openConference(ctx, textOf(noun), readCallback(context, noun));
	const refusal = refuse(conference, noun);
	if (refusal) {
		noteError(ctx, call.sid, refusal.code, refusal.text);
		return null;
	}
	const plan: DialPlan = { ...readPlan(context, element), isConference: true };
	plan.bridgedClockMs = ctx.clock.now();
	const seconds = limitTalk(plan, element, plan.bridgedClockMs);
	call.hangupPlan = plan;
	ctx.calls.save(call);
	await takePart(context, { element, noun, seconds }, conference);
	excludeClockJump(context.line, plan.bridgedClockMs + seconds * 1000);
	call.hangupPlan = null;
	ctx.calls.save(call);
	return afterDial(
		context,
		element,
		dialResultParams(ctx, call, plan, { status: "answered", atClockMilliseconds: ctx.clock.now() }),
	);
}

function refuse(conference: Conference, noun: Element): { code: number; text: string } | null {
	const label = noun.attributes.participantLabel;
	if (label && conference.participants.some((one) => one.label === label)) {
		return { code: 16025, text: `participant label "${label}" is taken` };
	}
	const isFull =
		conference.participants.length >= wholeNumber(noun, "maxParticipants", participantsMax, { min: 1 });
	return isFull ? { code: 16003, text: `conference "${conference.name}" is full` } : null;
}

async function takePart(
	context: VerbContext,
	{ element, noun, seconds }: { element: Element; noun: Element; seconds: number },
	conference: Conference,
): Promise<void> {
	const { line, signal } = context;
	const { ctx } = line;
	const over = Promise.withResolvers<void>();
	const music = new AbortController();
	const limit = new AbortController();
	const participant: Participant = {
		callSid: line.call.sid,
		hear: (text) => hear(line, text),
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
	note(ctx, line.call.sid, {
		kind: "status",
		text: `in conference ${conference.name}`,
		detail: { conferenceSid: conference.sid },
	});
	const beep = noun.attributes.beep ?? "true";
	joinConference(ctx, conference, participant, beep === "true" || beep === "onEnter");
	ctx.clock.sleep(seconds * 1000, limit.signal).then(over.resolve, () => undefined);
	const waiting = playMusic(context, noun.attributes.waitUrl, httpMethod(noun, "waitMethod"), {
		name: "conference",
		verbs: waitVerbs,
		params: () => ({ ConferenceSid: conference.sid, FriendlyName: conference.name }),
		signal: music.signal,
	});
	try {
		await raceWithAbort(Promise.all([over.promise, waiting]), signal);
	} finally {
		limit.abort();
		music.abort();
		line.input = null;
		leaveConference(ctx, conference, participant);
	}
}

function readCallback({ document }: VerbContext, noun: Element): Conference["callback"] {
	const address = noun.attributes.statusCallback;
	const url = address ? resolveUrl(document, address) : null;
	if (!url) return null;
	const events = words(noun, "statusCallbackEvent", "");
	return { url, method: httpMethod(noun, "statusCallbackMethod"), events };
}
