import { describeError, log } from "@cloudpbx/kit/log";
import { receiveWebhooks } from "@cloudpbx/kit/receive-webhooks";
import { hasCallStatus } from "@cloudpbx/twilio/voice-params";
import { readSignedWebhook } from "@cloudpbx/twilio/webhook-signature";
import { requestId } from "hono/request-id";
import { Hono } from "hono/tiny";
import { createContext } from "./context.ts";
import { serveGreeting } from "./greetings/serve-greeting.ts";
import { answering } from "./ivr/answering.ts";
import { callsOut } from "./ivr/calls-out.ts";
import { type Door, findCall, type IvrContext, type Routes, respond } from "./ivr/door.ts";
import { answerFailure, fallback } from "./ivr/fallback.ts";
import { menu } from "./ivr/menu.ts";
import { namesOf } from "./ivr/names-of.ts";
import { ownGreeting } from "./ivr/own-greeting.ts";
import { receptionist } from "./ivr/receptionist.ts";
import { ringing } from "./ivr/ringing.ts";
import { screening } from "./ivr/screening.ts";
import { voicemail } from "./ivr/voicemail.ts";

/** Twilio's webhooks. All but the sounds' are signed, and answer TwiML whatever fails behind them. */
export const http = new Hono<Door>({ strict: false });

http.use(requestId());
http.use((c, next) => {
	c.set("ctx", createContext(c.env, c.executionCtx));
	return next();
});
// Twilio fetches sounds without a signature, so they come before it is checked.
http.all("/ivr/greeting/*", (c) => serveGreeting(c.get("ctx"), c.req.raw));
http.use(
	receiveWebhooks<IvrContext>(async (c) => {
		const { TWILIO_AUTH_TOKEN: authToken, PUBLIC_URL: publicUrl } = c.env;
		const webhook = await readSignedWebhook(c.req.raw, { authToken, publicUrl });
		if (webhook.ok) {
			c.set("params", webhook.params);
			c.set("news", []);
		}
		return webhook;
	}, namesOf),
);
http.use(async (c, next) => {
	await next();
	if (!c.error) announceCall(c);
});

const routes: Routes = {
	...answering,
	...menu,
	...receptionist,
	...ringing,
	...screening,
	...ownGreeting,
	...voicemail,
	...fallback,
	...callsOut,
	/** For installers and monitors: proves the address and the signature, and changes nothing. */
	"/ivr/self-test": () => [],
};
for (const [path, handle] of Object.entries(routes)) {
	http.on(["GET", "POST"], path, async (c) => respond(c, await handle(c.get("ctx"), c)));
}

http.notFound((c) => c.text("There is no such webhook.", 404));

const callbackPath =
	/^\/ivr\/(status|voicemail\/(1\d\d|company)\/(recorded|transcribed)|out\/\w+\/\d\/(answered|status))\/?$/;

/**
 * Never 5xx: Twilio would play its own "application error". A callback that could not be stored is answered as
 * well, since Twilio does not repeat it: the sweep asks the carrier for what is missing.
 */
http.onError((error, c) => {
	const ivr = c as IvrContext;
	log.error("webhook_failed", { ...namesOf(ivr), reason: describeError(error) });
	return callbackPath.test(c.req.path) ? c.body(null, 204) : answerFailure(ivr);
});

function announceCall(c: IvrContext): void {
	const call = hasCallStatus(c.get("params")) ? findCall(c) : null;
	const events = [...c.get("news")];
	if (call) {
		const { callId, from, to, status } = call;
		events.unshift({ kind: "call", callId, from, to, status });
	}
	c.get("ctx").announce(events);
}
