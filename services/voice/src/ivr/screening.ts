import { LegWebhook } from "@cloudpbx/twilio/voice-webhooks";
import type { Context } from "../context.ts";
import { callPaths, unpackWords } from "../domain/call/call-paths.ts";
import { announceCaller, isTaking, type Leg, takeLeg } from "../domain/ringing/screen-leg.ts";
import { nameCaller } from "../ringing/name-caller.ts";
import { storePickUp, storeTaking } from "../ringing/store-pick-up.ts";
import { type IvrContext, keyOf, type Routes, shownNumber } from "./door.ts";

const legPath = "/ivr/screen/:ext{1[0-9]{2}}/:member{1[0-9]{2}}";
const screenPath = `${legPath}/:caller{known|withheld}/:name{[A-Za-z0-9_-]+}`;

export const screening: Routes = {
	[screenPath]: announce,
	[`${screenPath}/:wish{[A-Za-z0-9_-]+}`]: announce,

	[`${legPath}/key`]: (ctx, c) => {
		if (isTaking(keyOf(c))) storeLater(ctx, c, storeTaking);
		return takeLeg(keyOf(c));
	},

	/** The two are connected at once, without a key. */
	[`${legPath}/taken`]: (ctx, c) => {
		storeLater(ctx, c, storeTaking);
		return [];
	},
};

/** Only the caller's name is looked up, and nothing depends on it. */
async function announce(ctx: Context, c: IvrContext) {
	const path = c.req.param() as unknown as Leg & { caller: string; name: string; wish?: string };
	const { ext, member, caller, name, wish = "" } = path;
	const announcement = {
		caller: await nameAndStore(ctx, c, shownNumber(c, caller)),
		name: unpackWords(name),
		wish: unpackWords(wish),
	};
	return announceCaller(announcement, callPaths.screenKey(ext, member));
}

/** Null for a withheld number. Stores in the same round trip that the telephone was picked up. */
async function nameAndStore(ctx: Context, c: IvrContext, number: string | null): Promise<string | null> {
	const webhook = findLeg(c);
	if (number !== null && webhook) return nameCaller(ctx, webhook, legOf(c), number);
	storeLater(ctx, c, storePickUp);
	return number;
}

function storeLater(ctx: Context, c: IvrContext, remember: typeof storePickUp): void {
	const webhook = findLeg(c);
	if (webhook) ctx.later(remember(ctx, webhook, legOf(c)));
}

function findLeg(c: IvrContext): LegWebhook | undefined {
	return LegWebhook.safeParse(c.get("params")).data;
}

function legOf(c: IvrContext): Leg {
	const { ext, member } = c.req.param() as unknown as Leg;
	return { ext, member };
}
