import { WorkerEntrypoint } from "cloudflare:workers";
import type { FaultEffect } from "../faults.ts";
import { type Email, EmailError } from "./email.ts";
import { readEmail } from "./read-email.ts";

interface EmailServiceEnv {
	NETWORK: {
		getByName(name: string): {
			takeFault(target: string): Promise<FaultEffect | null>;
			keepEmail(email: Email): Promise<void>;
		};
	};
}

/** Stands in for a `send_email` binding: bind it as a service to this entrypoint. Its e-mails are not delivered. */
export class EmailService extends WorkerEntrypoint<EmailServiceEnv> {
	async send(message: unknown): Promise<{ messageId: string }> {
		const network = this.env.NETWORK.getByName("network");
		const fault = await network.takeFault("email");
		if (fault?.delayMs !== undefined) await scheduler.wait(fault.delayMs);
		if (fault?.dropBeforeAccept) throw new Error("Network connection lost.");
		if (fault?.status !== undefined && fault.status >= 400) {
			throw new EmailError("E_INTERNAL_SERVER_ERROR", `the service answers ${fault.status}`);
		}
		const email = readEmail(message, new Date());
		await network.keepEmail(email);
		if (fault?.dropAfterAccept) throw new Error("Network connection lost.");
		return { messageId: email.sid };
	}
}
