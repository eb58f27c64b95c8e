import { type Result, refuse } from "@cloudpbx/contracts/errors";
import { describeError, log } from "@cloudpbx/kit/log";

/** Returns the answer of another Worker. An exception becomes `upstream_unavailable` and is logged. */
export async function askService<Value>(
	service: string,
	answer: PromiseLike<Result<Value>>,
): Promise<Result<Value>> {
	try {
		return await answer;
	} catch (error) {
		log.error("service_failed", { service, reason: describeError(error) });
		return refuse("upstream_unavailable", `The ${service} service did not answer. Try again in a moment.`);
	}
}
