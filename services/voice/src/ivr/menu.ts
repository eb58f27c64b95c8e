import { GatherWebhook } from "@cloudpbx/twilio/voice-webhooks";
import type { Context } from "../context.ts";
import { takeMenuChoice } from "../menu/take-menu-choice.ts";
import { callOf, type IvrContext, moreKeys, type Routes } from "./door.ts";

const choicePath = "/ivr/menu/:attempt{[1-9][0-9]?}";

export const menu: Routes = {
	[choicePath]: takeChoice,
	[choicePath + moreKeys]: takeChoice,
};

async function takeChoice(ctx: Context, c: IvrContext) {
	const { attempt, typed = "" } = c.req.param() as { attempt: string; typed?: string };
	const choice = { attempt: Number(attempt), typed, input: GatherWebhook.parse(c.get("params")) };
	return (await takeMenuChoice(ctx, callOf(c), choice)).steps;
}
