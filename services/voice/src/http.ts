import type { AiBinding } from "@cloudpbx/assistant/ai-binding";
import { openDb } from "@cloudpbx/db/open-db";
import { readCallerNumber } from "@cloudpbx/domain/phone-number";
import { announceLive } from "@cloudpbx/kit/announce-live";
import { dropBody } from "@cloudpbx/kit/drop-body";
import { describeError, type LogFields, log } from "@cloudpbx/kit/log";
import {
	CallWebhook,
	callIdOf,
	DialWebhook,
	GatherWebhook,
	LegWebhook,
	RecordingWebhook,
	RecordWebhook,
	StatusWebhook,
	TranscriptionWebhook,
	voicemailIdOf,
} from "@cloudpbx/twilio/voice-webhooks";
import { readSignedWebhook } from "@cloudpbx/twilio/webhook-signature";
import { requestId } from "hono/request-id";
import { Hono } from "hono/tiny";
import { answerCall } from "./answering/answer-call.ts";
import { closeCall } from "./answering/close-call.ts";
import { carrierOf } from "./carrier.ts";
import {
	callPaths,
	companyBox,
	type GreetingTake,
	type ReceptionistPlace,
	unpackWords,
} from "./domain/call/call-paths.ts";
import {
	afterFallbackMessage,
	afterFallbackRinging,
	serveInFallback,
	serveWithoutLookup,
} from "./domain/fallback.ts";
import { afterEmptyTake } from "./domain/greetings/own-greeting.ts";
import { announceCaller, endLeg, isTaking, takeLeg } from "./domain/ringing/screen-leg.ts";
import {
	beginGreeting,
	decideGreeting,
	enterGreetingPin,
	type GreetingCall,
	takeGreeting,
} from "./greetings/record-greeting.ts";
import { serveGreeting } from "./greetings/serve-greeting.ts";
import { callsOut } from "./ivr/calls-out.ts";
import { type Door, isOnLine, keyOf, ringResultOf, twiml, type VoiceContext } from "./ivr/door.ts";
import { takeMenuChoice } from "./menu/take-menu-choice.ts";
import { messagingOf } from "./messaging.ts";
import { fallbackNumber } from "./office/fallback-number.ts";
import { recogniseDangersBy } from "./receptionist/recognise-dangers.ts";
import { returnToReceptionist } from "./receptionist/return-to-receptionist.ts";
import { talkToReceptionist } from "./receptionist/talk-to-receptionist.ts";
import { finishClosedNumber } from "./ringing/finish-closed-number.ts";
import { finishRinging } from "./ringing/finish-ringing.ts";
import { nameCaller } from "./ringing/name-caller.ts";
import { rememberConversation } from "./ringing/remember-conversation.ts";
import { rememberPickUp, rememberTaken } from "./ringing/remember-pick-up.ts";
import { finishVoicemail } from "./voicemail/finish-voicemail.ts";
import { receiveRecording } from "./voicemail/receive-recording.ts";
import { receiveTranscript } from "./voicemail/receive-transcript.ts";

/** By what a log line is found. */
function namesOf(c: VoiceContext): LogFields {
	const { CallSid, ParentCallSid, RecordingSid } = c.get("params");
	const [, callOut] = c.req.path.match(callOutPath) ?? [];
	if (callOut) return { requestId: c.get("requestId"), path: withoutName(c.req.path), callId: callOut };
	const callSid = ParentCallSid || CallSid;
	return {
		requestId: c.get("requestId"),
		path: withoutName(c.req.path),
		...(callSid && { callId: callIdOf(callSid) }),
		...(RecordingSid && { voicemailId: voicemailIdOf(RecordingSid) }),
	};
}

/** Twilio's door: every route but the sounds' is signed, and answers TwiML that does something kind whatever happens behind it. */
export const http = new Hono<Door>({ strict: false });

http.use(requestId());
// Sounds are fetched without a signature, so this comes before it is looked at.
http.all("/ivr/greeting/*", (c) => serveGreeting(c.env.VOICEMAIL_AUDIO, c.req.raw));
http.use(async (c, next) => {
	const startedAt = performance.now();
	const webhook = await readSignedWebhook(c.req.raw, {
		authToken: c.env.TWILIO_AUTH_TOKEN,
		publicUrl: c.env.PUBLIC_URL,
	});
	if (!webhook.ok) {
		await dropBody(c.req.raw);
		const { path } = c.req;
		log.warn("webhook_refused", { requestId: c.get("requestId"), path, reason: webhook.reason });
		return c.text(webhook.answer, webhook.status);
	}
	c.set("params", webhook.params);
	c.set("news", []);
	await next();
	log.info("webhook", {
		...namesOf(c),
		status: c.res.status,
		milliseconds: Math.round(performance.now() - startedAt),
	});
	if (!c.error) announceCall(c);
});

const methods = ["GET", "POST"];

http.on(methods, "/ivr/inbound", async (c) => {
	const plan = await answerCall(openDb(c.env.DB), c.env, callOf(c), new Date());
	return twiml(c, plan.steps);
});

const menuChoice = "/ivr/menu/:attempt{[1-9][0-9]?}";
const receptionistTurn = "/ivr/receptionist/:attempt{[1-9][0-9]?}/:turn{[1-9][0-9]?}/:silences{[0-9]}";
/** Keys of the same choice, pressed before a long gap. */
const moreKeys = "/keys/:typed{1[0-9]?}";

http.on(methods, [menuChoice, menuChoice + moreKeys], async (c) => {
	const { attempt, typed = "" } = c.req.param() as { attempt: string; typed?: string };
	const choice = { attempt: Number(attempt), typed, input: GatherWebhook.parse(c.get("params")) };
	const plan = await takeMenuChoice(openDb(c.env.DB), modelsOf(c), c.env, callOf(c), choice, new Date());
	return twiml(c, plan.steps);
});

http.on(methods, [receptionistTurn, receptionistTurn + moreKeys], async (c) => {
	const { typed, ...place } = c.req.param() as Place & { typed?: string };
	const input = { ...GatherWebhook.parse(c.get("params")), ...(typed && { typed }) };
	const plan = await talkToReceptionist(
		openDb(c.env.DB),
		modelsOf(c),
		c.env,
		callOf(c),
		placeOf(place),
		input,
		new Date(),
	);
	return twiml(c, plan.steps);
});

http.on(
	methods,
	[
		"/ivr/receptionist/:attempt{[1-9][0-9]?}/:turn{[1-9][0-9]?}/extension/:ext{1[0-9]{2}}/:ended{result|choice}",
		"/ivr/receptionist/:attempt{[1-9][0-9]?}/:turn{[1-9][0-9]?}/extension/:ext{1[0-9]{2}}/member/:member{1[0-9]{2}}/:ended{result}",
	],
	async (c) => {
		const { ext, member = null, ended, ...place } = c.req.param() as Place & RungPath & { ended: string };
		const params = c.get("params");
		const call = callOf(c);
		const what =
			ended === "result"
				? { kind: "ringing" as const, result: ringResultOf(call, params) }
				: { kind: "choice" as const, digits: GatherWebhook.parse(params).digits };
		const plan = await returnToReceptionist(
			openDb(c.env.DB),
			c.env,
			call,
			{ ext, member },
			placeOf(place),
			what,
			new Date(),
		);
		return twiml(c, plan.steps);
	},
);

const ringResult = [
	"/ivr/extension/:ext{1[0-9]{2}}/result",
	"/ivr/extension/:ext{1[0-9]{2}}/member/:member{1[0-9]{2}}/result",
];

http.on(methods, ringResult, async (c) => {
	const { ext, member = null } = c.req.param() as RungPath;
	const call = callOf(c);
	const result = ringResultOf(call, c.get("params"));
	const plan = await finishRinging(openDb(c.env.DB), c.env, call, { ext, member }, result, new Date());
	return twiml(c, plan.steps);
});

http.on(methods, "/ivr/closed/result", async (c) => {
	const call = callOf(c);
	const result = ringResultOf(call, c.get("params"));
	return twiml(c, (await finishClosedNumber(openDb(c.env.DB), c.env, call, result, new Date())).steps);
});

const leg = "/ivr/screen/:ext{1[0-9]{2}}/:member{1[0-9]{2}}";
const screen = `${leg}/:caller{known|withheld}/:name{[A-Za-z0-9_-]+}`;

/** What whoever picks up a rung telephone hears. Only the caller's name is looked up, and nothing depends on it. */
http.on(methods, [screen, `${screen}/:wish{[A-Za-z0-9_-]+}`], async (c) => {
	const { ext, member, caller, name, wish = "" } = c.req.param() as LegPath & Record<string, string>;
	const announcement = {
		caller: await nameOrRemember(c, shownNumber(c, caller ?? ""), { ext, member }),
		name: unpackWords(name ?? ""),
		wish: unpackWords(wish),
	};
	return twiml(c, announceCaller(announcement, callPaths.screenKey(ext, member)));
});

http.on(methods, `${leg}/key`, (c) => {
	if (isTaking(keyOf(c))) rememberLeg(c, rememberTaken);
	return twiml(c, takeLeg(keyOf(c)));
});

/** A telephone that takes calls without a key: the two are connected at once. */
http.on(methods, `${leg}/taken`, (c) => {
	rememberLeg(c, rememberTaken);
	return twiml(c, []);
});

/** The caller's name or number; null for a withheld one. That the telephone was picked up is stored in the same round trip. */
async function nameOrRemember(c: VoiceContext, number: string | null, leg: LegPath): Promise<string | null> {
	const webhook = LegWebhook.safeParse(c.get("params")).data;
	if (number === null || !webhook) {
		rememberLeg(c, rememberPickUp);
		return number;
	}
	const keepAlive = (work: Promise<unknown>) => c.executionCtx.waitUntil(work);
	return nameCaller(openDb(c.env.DB), { webhook, leg, number }, keepAlive, new Date());
}

/** The person who picked up does not wait for it. */
function rememberLeg(c: VoiceContext, remember: typeof rememberPickUp): void {
	const webhook = LegWebhook.safeParse(c.get("params")).data;
	const { ext, member } = c.req.param() as unknown as LegPath;
	if (webhook) c.executionCtx.waitUntil(remember(openDb(c.env.DB), webhook, { ext, member }, new Date()));
}

const own = "/ivr/own/:ext{1[0-9]{2}}";
const ownTake = `${own}/take/:take{[1-9]}`;
const ownRecording = `${ownTake}/:recording{RE[0-9a-fA-F]{32}}`;

http.on(methods, own, async (c) => twiml(c, (await beginGreeting(greetingCallOf(c), keyOf(c))).steps));

http.on(methods, `${own}/pin/:attempt{[1-9]}`, async (c) => {
	const attempt = Number(c.req.param("attempt"));
	return twiml(c, (await enterGreetingPin(greetingCallOf(c), attempt, keyOf(c))).steps);
});

http.on(methods, ownTake, async (c) => {
	const { recordingSid, durationSeconds } = RecordWebhook.parse(c.get("params"));
	const ctx = greetingCallOf(c);
	const take = Number(c.req.param("take"));
	if (recordingSid === null) return twiml(c, afterEmptyTake(ctx.ext, take).steps);
	const heard = { durationSeconds, isCallerPresent: isOnLine(ctx.call.status) };
	const plan = await takeGreeting(ctx, { take, recording: recordingSid, attempt: 1 }, heard);
	return twiml(c, plan.steps);
});

http.on(methods, `${ownRecording}/wait/:attempt{[1-9]}`, async (c) =>
	twiml(c, (await takeGreeting(greetingCallOf(c), takeOf(c), null)).steps),
);

http.on(methods, `${ownRecording}/keep/:attempt{[1-9]}`, async (c) => {
	const { plan, news } = await decideGreeting(greetingCallOf(c), takeOf(c), keyOf(c));
	c.set("news", news);
	return twiml(c, plan.steps);
});

function greetingCallOf(c: VoiceContext): GreetingCall {
	return {
		db: openDb(c.env.DB),
		installed: c.env,
		bucket: c.env.VOICEMAIL_AUDIO,
		carrier: carrierOf(c.env),
		call: callOf(c),
		ext: c.req.param("ext") ?? "",
		now: new Date(),
		later: (work) => c.executionCtx.waitUntil(work),
	};
}

function takeOf(c: VoiceContext): GreetingTake {
	const { take, recording, attempt } = c.req.param() as unknown as Record<keyof GreetingTake, string>;
	return { take: Number(take), recording, attempt: Number(attempt) };
}

const voicemailBox = `/ivr/voicemail/:box{1[0-9]{2}|${companyBox}}`;

const voicemailFinished = [`${voicemailBox}/finished`, `${voicemailBox}/:language{[a-z]{2}}/finished`];

http.on(methods, voicemailFinished, async (c) => {
	const { box, language = "en" } = c.req.param() as { box: string; language?: string };
	const recording = RecordWebhook.parse(c.get("params"));
	const { plan, news } = await finishVoicemail(
		openDb(c.env.DB),
		c.env.INGEST_QUEUE,
		callOf(c),
		{ ext: extensionOfBox(box), language },
		recording,
		new Date(),
	);
	c.set("news", news);
	return twiml(c, plan.steps);
});

http.on(methods, `${voicemailBox}/recorded`, async (c) => {
	const recording = RecordingWebhook.parse(c.get("params"));
	const ext = extensionOfBox(c.req.param("box"));
	c.set("news", await receiveRecording(openDb(c.env.DB), c.env.INGEST_QUEUE, ext, recording, new Date()));
	return c.body(null, 204);
});

http.on(methods, `${voicemailBox}/transcribed`, async (c) => {
	const transcription = TranscriptionWebhook.parse(c.get("params"));
	const ext = extensionOfBox(c.req.param("box"));
	c.set(
		"news",
		await receiveTranscript(openDb(c.env.DB), c.env.INGEST_QUEUE, ext, transcription, new Date()),
	);
	return c.body(null, 204);
});

http.on(methods, "/ivr/status", async (c) => {
	const { durationSeconds } = StatusWebhook.parse(c.get("params"));
	await closeCall(openDb(c.env.DB), c.env, callOf(c), durationSeconds, new Date());
	return c.body(null, 204);
});

/** For the carrier when another address of ours failed: nothing here can be down. */
http.on(methods, "/ivr/fallback", (c) => {
	const params = c.get("params");
	const failedPath = pathOf(params.ErrorUrl ?? "");
	if (params.ErrorCode) {
		log.error("carrier_fell_back", { code: params.ErrorCode, path: withoutName(failedPath) });
	}
	// It only tells who picked up: the two are connected without it.
	if (pickedUpPath.test(failedPath)) return twiml(c, []);
	// An address that a rung telephone's line asked for: its caller is served by the call's own.
	if (isLeg(c) || screenPath.test(failedPath)) return twiml(c, endLeg());
	const call = findCall(c);
	const failed = {
		isBridged: DialWebhook.parse(params).isBridged,
		hasRecording: RecordWebhook.safeParse(params).data?.recordingSid != null,
	};
	const [, ext] = failedPath.match(ringResultPath) ?? [];
	if (call && ext) {
		const result = ringResultOf(call, params);
		// The caller is served without it.
		c.executionCtx.waitUntil(rememberConversation(openDb(c.env.DB), call, ext, result, new Date()));
	}
	return twiml(c, serveInFallback(failed, fallbackNumber(c.env), call));
});

/** For whoever installs or watches: proves the address and the signature, and changes nothing. */
http.on(methods, "/ivr/self-test", (c) => twiml(c, []));

http.on(methods, "/ivr/fallback/screen/:caller{known|withheld}", (c) => {
	const number = shownNumber(c, c.req.param("caller"));
	return twiml(c, announceCaller({ caller: number, name: null, wish: null }, callPaths.fallbackScreenKey));
});

http.on(methods, "/ivr/fallback/screen/key", (c) => twiml(c, takeLeg(keyOf(c))));

http.on(methods, "/ivr/fallback/result", (c) =>
	twiml(c, afterFallbackRinging(DialWebhook.parse(c.get("params")))),
);

http.on(methods, "/ivr/fallback/recorded", (c) => twiml(c, afterFallbackMessage()));

http.route("/", callsOut);

http.notFound((c) => c.text("There is no such webhook.", 404));

/**
 * Never 5xx: Twilio would play its own "application error" to the caller. A callback whose news could not be stored is
 * answered as well, since Twilio does not repeat it: the sweeper asks the carrier for what is missing.
 */
http.onError((error, c) => {
	log.error("webhook_failed", { ...namesOf(c as VoiceContext), reason: describeError(error) });
	if (callbackPath.test(c.req.path)) return c.body(null, 204);
	if (isLeg(c as VoiceContext)) return twiml(c as VoiceContext, endLeg());
	return twiml(c as VoiceContext, serveWithoutLookup(fallbackNumber(c.env), findCall(c as VoiceContext)));
});

const ringResultPath = /\/extension\/(1\d\d)(?:\/member\/1\d\d)?\/result\/?$/;
const pickedUpPath = /^\/ivr\/screen\/1\d\d\/1\d\d\/taken\/?$/;
const screenPath = /^\/ivr\/((fallback\/)?screen|out)\//;
const callOutPath = /^\/ivr\/out\/(\w+)\//;
const callbackPath =
	/^\/ivr\/(status|voicemail\/(1\d\d|company)\/(recorded|transcribed)|out\/\w+\/\d\/(answered|status))\/?$/;

/** A call looks different after every webhook about it, and so may its voicemail. */
function announceCall(c: VoiceContext): void {
	const call = "CallStatus" in c.get("params") ? findCall(c) : null;
	const events = [...c.get("news")];
	if (call) {
		const { callId, from, to, status } = call;
		events.unshift({ kind: "call", callId, from, to, status });
	}
	announceLive(messagingOf(c.env), c.executionCtx, events);
}

/** The call that a webhook is about; null for a leg of one. */
function findCall(c: VoiceContext): CallWebhook | null {
	if (isLeg(c)) return null;
	return CallWebhook.safeParse(c.get("params")).data ?? null;
}

/** About a line that we placed for a call: a rung telephone's. */
function isLeg(c: VoiceContext): boolean {
	const params: Record<string, string> | undefined = c.get("params");
	return Boolean(params?.ParentCallSid) || screenPath.test(c.req.path);
}

/** The caller's number, which the rung telephone shows as well; null when it was withheld or is not told. */
function shownNumber(c: VoiceContext, mark: string): string | null {
	return mark === "known" ? readCallerNumber(c.get("params").From ?? "") : null;
}

/** Names and what callers said travel in addresses; a log holds none. */
function withoutName(path: string): string {
	return path.replace(/^(\/ivr\/(?:screen\/\d+\/\d+\/\w+|out\/\w+\/\d\/screen))\/.*/, "$1");
}

/** Of an address, for a log: what the carrier adds to it is none of a log's business. */
function pathOf(address: string): string {
	return URL.canParse(address) ? new URL(address).pathname : "";
}

/** The company's own box belongs to no extension. */
function extensionOfBox(box: string): string | null {
	return box === companyBox ? null : box;
}

/** Workers AI's type lists today's models by name; ours are configuration. */
function modelsOf(c: VoiceContext) {
	return {
		ai: c.env.AI as unknown as AiBinding,
		config: c.env,
		recogniseDangers: recogniseDangersBy(messagingOf(c.env)),
	};
}

interface RungPath {
	ext: string;
	member?: string;
}

interface LegPath {
	ext: string;
	member: string;
}

interface Place {
	attempt: string;
	turn: string;
	silences?: string;
}

function placeOf(path: Place): ReceptionistPlace {
	return { attempt: Number(path.attempt), turn: Number(path.turn), silences: Number(path.silences ?? 0) };
}

function callOf(c: VoiceContext): CallWebhook {
	return CallWebhook.parse(c.get("params"));
}
