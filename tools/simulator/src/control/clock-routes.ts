import { Hono } from "hono";
import type { Exchange } from "../exchange.ts";
import { number, readBody } from "./body.ts";
import { Problem } from "./problem.ts";

const SPEED_MIN = 0.01;
const SPEED_MAX = 10_000;
const ADVANCE_SECONDS_MAX = 30 * 86_400;

export function clockRoutes(exchange: Exchange): Hono {
	const view = () => ({ speed: exchange.clock.speed, networkSeconds: exchange.clock.now() / 1000 });
	return new Hono()
		.get("/", (context) => context.json(view()))
		.put("/", async (context) => {
			const body = await readBody(context);
			if (body.speed === undefined && body.advanceSeconds === undefined) {
				throw new Problem(400, 'give "speed" or "advanceSeconds"');
			}
			if (body.speed !== undefined) exchange.clock.setSpeed(number(body, "speed", SPEED_MIN, SPEED_MAX));
			if (body.advanceSeconds !== undefined) {
				exchange.clock.advance(number(body, "advanceSeconds", 0, ADVANCE_SECONDS_MAX));
			}
			exchange.changes.emit({ kind: "clock" });
			return context.json(view());
		});
}
