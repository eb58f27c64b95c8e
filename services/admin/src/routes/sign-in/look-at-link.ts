import { LinkToken } from "@cloudpbx/contracts/api/links";
import type { Result } from "@cloudpbx/contracts/errors";
import type { Context as HonoContext } from "hono";
import type * as z from "zod";
import { callerAddress } from "../../access/caller-address.ts";
import { jsonAnswer, jsonBody, publicRoute } from "../../api.ts";
import type { Context } from "../../context.ts";
import type { ApiEnv } from "../../env.ts";
import { countLink } from "../../operations/sign-in/count-attempt.ts";
import { publicContextOf, unwrapCounted } from "../request.ts";

/** Shows what a link does, by its token. */
export function lookRoute<const Path extends string, Schema extends z.ZodType>(
	path: Path,
	summary: string,
	answer: { schema: Schema; description: string },
) {
	return publicRoute({
		method: "post",
		path,
		tags: ["Sign-in"],
		summary,
		description:
			"Used: 409. Expired: 412. Withdrawn, replaced or unknown: 404. Tries count as sign-in tries.",
		request: { body: jsonBody(LinkToken) },
		responses: { 200: jsonAnswer(answer.schema, answer.description) },
	});
}

export async function lookAtLink<Value>(
	c: HonoContext<ApiEnv>,
	{ token }: LinkToken,
	lookAt: (ctx: Context, token: string) => Promise<Result<Value>>,
): Promise<Value> {
	const ctx = publicContextOf(c);
	return unwrapCounted(await countLink(ctx, callerAddress(c.req.raw), () => lookAt(ctx, token)));
}
