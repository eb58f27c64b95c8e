import type { Context } from "../context.ts";
import { finishClosedNumber } from "../ringing/finish-closed-number.ts";
import { finishRinging } from "../ringing/finish-ringing.ts";
import { callOf, type IvrContext, type Routes, type RungPath, ringResultOf } from "./door.ts";

const rungPath = "/ivr/extension/:ext{1[0-9]{2}}";

export const ringing: Routes = {
	[`${rungPath}/result`]: finish,
	[`${rungPath}/member/:member{1[0-9]{2}}/result`]: finish,

	"/ivr/closed/result": async (ctx, c) => {
		const call = callOf(c);
		return (await finishClosedNumber(ctx, call, ringResultOf(call, c.get("params")))).steps;
	},
};

async function finish(ctx: Context, c: IvrContext) {
	const { ext, member = null } = c.req.param() as unknown as RungPath;
	const call = callOf(c);
	return (await finishRinging(ctx, call, { ext, member }, ringResultOf(call, c.get("params")))).steps;
}
