import { Hono } from "hono";
import type { Clock } from "../clock/clock.ts";
import type { NetworkContext } from "../context.ts";
import { optionalNumber, optionalText, readBody } from "./body.ts";
import { Problem } from "./problem.ts";

const speedMin = 0.01;
const speedMax = 10_000;
const advanceSecondsMax = 30 * 86_400;
const leaseSecondsMax = 3600;

export function clockRoutes(ctx: NetworkContext): Hono {
	const { clock } = ctx;
	const view = () => ({
		speed: clock.speed,
		lastingSpeed: clock.lastingSpeed,
		networkSeconds: clock.now() / 1000,
	});
	return new Hono()
		.get("/", (context) => context.json(view()))
		.put("/", async (context) => {
			const body = await readBody(context);
			const speed = optionalNumber(body, "speed", speedMin, speedMax);
			const advanceSeconds = optionalNumber(body, "advanceSeconds", 0, advanceSecondsMax);
			const forSeconds = optionalNumber(body, "forSeconds", 0, leaseSecondsMax);
			const holder = optionalText(body, "holder") ?? "";
			if (speed === null && advanceSeconds === null && forSeconds === null)
				throw new Problem(400, 'give "speed", "advanceSeconds" or "forSeconds"');
			if (forSeconds === null && holder) throw new Problem(400, '"holder" needs "forSeconds"');
			if (forSeconds !== null) setLease(clock, holder, speed, forSeconds);
			else if (speed !== null) clock.setSpeed(speed);
			if (advanceSeconds !== null) clock.advance(advanceSeconds);
			ctx.changes.emit({ kind: "clock" });
			return context.json(view());
		});
}

/** Zero seconds end a lease. Without a speed the running lease is renewed. */
function setLease(clock: Clock, holder: string, speed: number | null, forSeconds: number): void {
	if (forSeconds === 0) clock.endLease(holder);
	else if (speed !== null) clock.lease(holder, speed, forSeconds);
	else if (!clock.renewLease(holder, forSeconds))
		throw new Problem(409, "there is no lease to renew: it has ended, or somebody has set the clock");
}
