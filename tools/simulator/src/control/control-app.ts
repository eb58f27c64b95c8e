import { Hono } from "hono";
import type { Exchange } from "../context.ts";
import { accountRoutes } from "./account-routes.ts";
import { callRoutes } from "./call-routes.ts";
import { clockRoutes } from "./clock-routes.ts";
import { emailRoutes } from "./email-routes.ts";
import { eventRoutes } from "./event-routes.ts";
import { faultRoutes } from "./fault-routes.ts";
import { messageRoutes } from "./message-routes.ts";
import { numberRoutes } from "./number-routes.ts";
import { phoneRoutes } from "./phone-routes.ts";
import { answerProblem, Problem } from "./problem.ts";
import { registryRoutes } from "./registry-routes.ts";

/** The control API: README, "Control API". */
export function controlApp(exchange: Exchange): Hono {
	return new Hono()
		.onError(answerProblem)
		.route("/calls", callRoutes(exchange))
		.route("/phones", phoneRoutes(exchange))
		.route("/faults", faultRoutes(exchange))
		.route("/clock", clockRoutes(exchange))
		.route("/events", eventRoutes(exchange))
		.route("/emails", emailRoutes(exchange))
		.route("/", accountRoutes(exchange))
		.route("/", messageRoutes(exchange))
		.route("/", numberRoutes(exchange))
		.route("/", registryRoutes(exchange))
		.all("/*", (context) => {
			throw new Problem(404, `there is no ${context.req.method} ${context.req.path}`);
		});
}
