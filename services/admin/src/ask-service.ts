import { type Result, refuse } from "@cloudpbx/contracts/errors";
import { describeError, log } from "@cloudpbx/kit/log";

/** Another Worker's answer. What it throws is a bug or an outage: the caller may try again, the log says more. */
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
