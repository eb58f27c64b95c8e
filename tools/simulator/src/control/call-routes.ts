import { type Context, Hono } from "hono";
import type { Call } from "../calls/call.ts";
import { answerLine, endLine } from "../calls/change-status.ts";
import type { Line } from "../calls/line.ts";
import { dialFromPhone } from "../calls/phones/dial-from-phone.ts";
import { pressKey, sayIntoRecording, speak } from "../calls/phones/person.ts";
import type { NetworkContext } from "../context.ts";
import { isDialable } from "../numbers.ts";
import { number, optionalNumber, optionalText, readBody, text } from "./body.ts";
import { toCallView } from "./call-view.ts";
import { Problem } from "./problem.ts";
import { readLimit } from "./read-limit.ts";
import { readSaid } from "./read-said.ts";

const callsDefault = 100;
const callsMax = 1000;
const pauseMilliseconds = 500;
/** Maximum real time that the answer to `/answer` waits for the first sound. */
const hearsWithinMilliseconds = 3000;
const heardPollMilliseconds = 10;
const confidenceDefault = 0.9;

export function callRoutes(ctx: NetworkContext): Hono {
	return new Hono()
		.post("/", async (context) => {
			const body = await readBody(context);
			const extra = {
				callerName: optionalText(body, "callerName"),
				forwardedFrom: optionalText(body, "forwardedFrom"),
			};
			const stirVerstat = optionalText(body, "stirVerstat");
			const to = text(body, "to");
			if (!isDialable(to)) throw new Problem(400, '"to" must be a number, client:name or sip:…');
			const sid = dialFromPhone(ctx, text(body, "from"), to, { ...extra, stirVerstat });
			return context.json({ sid }, 201);
		})
		.get("/", (context) => {
			const calls = ctx.calls.page([], readLimit(context, callsDefault, callsMax), 0);
			return context.json({ items: calls.map((call) => toCallView(ctx, call)) });
		})
		.get("/:sid", (context) => context.json(toCallView(ctx, getCall(ctx, context))))
		.post("/:sid/digits", async (context) => {
			const digits = text(await readBody(context), "digits");
			if (!/^[0-9A-D#*w]+$/.test(digits)) throw new Problem(400, '"digits" may hold 0-9, A-D, *, # and w');
			const line = getLine(ctx, context);
			checkTalking(line);
			for (const key of digits) {
				if (key === "w") await ctx.clock.sleep(pauseMilliseconds);
				else if (!line.hasEnded) pressKey(line, key);
			}
			return context.json(toCallView(ctx, line.call));
		})
		.post("/:sid/speech", async (context) => {
			const body = await readBody(context);
			const words = text(body, "text");
			const confidence = optionalNumber(body, "confidence", 0, 1) ?? confidenceDefault;
			const line = getLine(ctx, context);
			checkTalking(line);
			speak(line, words, confidence);
			return context.json(toCallView(ctx, line.call));
		})
		.post("/:sid/recording", async (context) => {
			const body = await readBody(context);
			const said = readSaid(body, number(body, "seconds", 0, 3600));
			const line = getLine(ctx, context);
			if (!sayIntoRecording(line, said)) throw new Problem(409, "no <Record> is active on this call");
			return context.json(toCallView(ctx, line.call));
		})
		.post("/:sid/answer", async (context) => {
			const line = getRinging(ctx, context);
			answerLine(line);
			await untilHeard(line);
			return context.json(toCallView(ctx, line.call));
		})
		.post("/:sid/reject", (context) => {
			const line = getRinging(ctx, context);
			endLine(line, "busy", "the phone rejected the call");
			return context.json(toCallView(ctx, line.call));
		})
		.post("/:sid/hangup", (context) => {
			const line = getLine(ctx, context);
			hangUp(line);
			return context.json(toCallView(ctx, line.call));
		});
}

/** A key pressed before the prompt would be lost. A slow application is not waited for. */
async function untilHeard(line: Line): Promise<void> {
	const giveUpAt = Date.now() + hearsWithinMilliseconds;
	const isOnItsWay = () => line.isScreened && !line.input && !line.partner && !line.hasEnded;
	while (isOnItsWay() && Date.now() < giveUpAt) {
		await new Promise((resolve) => setTimeout(resolve, heardPollMilliseconds));
	}
}

/** Before the answer: no-answer for the caller, a rejected call for the callee. */
function hangUp(line: Line): void {
	if (line.isAnswered) endLine(line, "completed", "the person hung up");
	else if (isCaller(line)) endLine(line, "no-answer", "the caller hung up before the answer");
	else endLine(line, "busy", "the phone rejected the call");
}

function isCaller({ call }: Line): boolean {
	return call.direction === "inbound" || (call.direction === "direct" && call.parentSid === null);
}

function getCall(ctx: NetworkContext, context: Context): Call {
	const sid = context.req.param("sid") ?? "";
	const call = ctx.calls.find(sid);
	if (!call) throw new Problem(404, `there is no call ${sid}`);
	return call;
}

function getLine(ctx: NetworkContext, context: Context): Line {
	const call = getCall(ctx, context);
	const line = ctx.lines.get(call.sid);
	if (!line) throw new Problem(409, `call ${call.sid} has ended (${call.status})`);
	return line;
}

function getRinging(ctx: NetworkContext, context: Context): Line {
	const line = getLine(ctx, context);
	if (line.isAnswered) throw new Problem(409, `call ${line.call.sid} was answered before`);
	if (isCaller(line) || line.onward)
		throw new Problem(409, `nobody can pick up call ${line.call.sid}: answer one of its legs`);
	return line;
}

function checkTalking(line: Line): void {
	if (line.isAnswered || isCaller(line)) return;
	throw new Problem(409, `call ${line.call.sid} is not answered yet`);
}
