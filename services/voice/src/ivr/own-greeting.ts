import { RecordWebhook } from "@cloudpbx/twilio/voice-webhooks";
import type { GreetingTake } from "../domain/call/call-paths.ts";
import { afterEmptyTake } from "../domain/greetings/own-greeting.ts";
import {
	beginGreeting,
	decideGreeting,
	enterGreetingPin,
	type OwnCall,
	takeGreeting,
} from "../greetings/record-greeting.ts";
import { callOf, type IvrContext, isOnLine, keyOf, type Routes } from "./door.ts";

const ownPath = "/ivr/own/:ext{1[0-9]{2}}";
const takePath = `${ownPath}/take/:take{[1-9]}`;
const recordingPath = `${takePath}/:recording{RE[0-9a-fA-F]{32}}`;

export const ownGreeting: Routes = {
	[ownPath]: async (ctx, c) => (await beginGreeting(ctx, ownCallOf(c), keyOf(c))).steps,

	[`${ownPath}/pin/:attempt{[1-9]}`]: async (ctx, c) => {
		const attempt = Number(c.req.param("attempt"));
		return (await enterGreetingPin(ctx, ownCallOf(c), attempt, keyOf(c))).steps;
	},

	[takePath]: async (ctx, c) => {
		const { recordingSid: recording, durationSeconds } = RecordWebhook.parse(c.get("params"));
		const own = ownCallOf(c);
		const take = Number(c.req.param("take"));
		if (recording === null) return afterEmptyTake(own.ext, take).steps;
		const heard = { durationSeconds, isCallerPresent: isOnLine(own.call.status) };
		return (await takeGreeting(ctx, own, { take, recording, attempt: 1 }, heard)).steps;
	},

	[`${recordingPath}/wait/:attempt{[1-9]}`]: async (ctx, c) =>
		(await takeGreeting(ctx, ownCallOf(c), takeOf(c), null)).steps,

	[`${recordingPath}/keep/:attempt{[1-9]}`]: async (ctx, c) => {
		const { plan, news } = await decideGreeting(ctx, ownCallOf(c), takeOf(c), keyOf(c));
		c.set("news", news);
		return plan.steps;
	},
};

function ownCallOf(c: IvrContext): OwnCall {
	return { call: callOf(c), ext: c.req.param("ext") ?? "" };
}

function takeOf(c: IvrContext): GreetingTake {
	const { take, recording, attempt } = c.req.param() as unknown as Record<keyof GreetingTake, string>;
	return { take: Number(take), recording, attempt: Number(attempt) };
}
