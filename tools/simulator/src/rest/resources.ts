import { type Context, Hono } from "hono";
import type { NetworkContext } from "../context.ts";
import { delay, takeFault } from "../faults.ts";
import { answerFault, brokenAnswer } from "./fault-answer.ts";
import { answerRestError, ResourceNotFound } from "./rest-error.ts";

/** Mounts all resources below a path. They throw their refusals, for `serveResource`. */
export function mountResources(
	ctx: NetworkContext,
	path: string,
	routes: readonly ((ctx: NetworkContext) => Hono)[],
): Hono {
	const resources = new Hono()
		.onError((error) => {
			throw error;
		})
		.notFound(() => {
			throw new ResourceNotFound();
		});
	for (const routesOfOne of routes) resources.route(path, routesOfOne(ctx));
	return resources;
}

/** Answers `request`, unless a fault of `path` prevents it. A fault can also delay or break off the answer. */
export async function serveResource(
	ctx: NetworkContext,
	context: Context,
	resources: Hono,
	{ path, request }: { path: string; request: Request },
): Promise<Response> {
	const fault = takeFault(ctx, `rest:${context.req.method} ${path}`);
	if (fault?.dropBeforeAccept) return brokenAnswer();
	if (fault?.status !== undefined) {
		await delay(fault);
		return answerFault(fault, fault.status);
	}
	const answer = await askResource(resources, context, request);
	await delay(fault);
	return fault?.dropAfterAccept ? brokenAnswer() : answer;
}

/** A refusal becomes an answer here, so that a fault can still delay it. */
async function askResource(resources: Hono, context: Context, request: Request): Promise<Response> {
	try {
		return await resources.fetch(request);
	} catch (error) {
		if (!(error instanceof Error)) throw error;
		return answerRestError(error, context);
	}
}
