import type { Diagnosis, ServiceDiagnosis } from "@cloudpbx/contracts/diagnosis";
import type { Finding } from "@cloudpbx/contracts/findings";
import type { ServiceName } from "@cloudpbx/contracts/health";
import type { DiagnosisRpc } from "@cloudpbx/contracts/rpc/every-worker";
import { runChecks, sortFindings } from "@cloudpbx/domain/diagnosis/check";
import { recordChecks } from "@cloudpbx/domain/diagnosis/record-checks";
import { workerChecks } from "@cloudpbx/domain/diagnosis/worker-checks";
import { maskNumber } from "@cloudpbx/domain/phone-number";
import { describeError, log } from "@cloudpbx/kit/log";
import { askService } from "../../ask-service.ts";
import type { Context } from "../../context.ts";
import { authSecretCharactersMin } from "../../domain/sign-in/auth-secret.ts";
import { measureWrites } from "./measure-writes.ts";
import { readDatabaseObjects, readRecords } from "./read-records.ts";

/** A failing part is a finding. Asks models and the carrier, and writes a few rows. */
export async function diagnose(ctx: Context): Promise<Diagnosis> {
	const { env } = ctx;
	const [voice, messaging, provisioning] = await Promise.all([
		ask("voice", ctx.voice),
		ask("messaging", ctx.messaging),
		ask("provisioning", ctx.provisioning),
	]);
	const parts = [voice, messaging, provisioning];
	const writeMilliseconds = await measureWrites(ctx);
	const isEmailOn = env.NOTICE_EMAIL_FROM !== "";
	const records = await readRecords({ ...ctx, now: new Date() }).catch((error: unknown) => {
		log.error("records_unreadable", { reason: describeError(error) });
		const noticeEmail = { isOn: isEmailOn, people: 0, failed: 0 };
		return { now: new Date(), runningSince: null, crons: [], deadLetters: [], waiting: [], noticeEmail };
	});
	const credentials = new Set(parts.flatMap((part) => part.credentials ?? []));
	const missingSecrets = env.AUTH_SECRET.length < authSecretCharactersMin ? ["AUTH_SECRET"] : [];
	const own = {
		service: "admin",
		addressFault: null,
		missingSecrets,
		models: [],
		queues: [],
		now: new Date(),
	};
	return {
		checkedAt: new Date().toISOString(),
		findings: sortFindings([
			...runChecks(workerChecks, own),
			...parts.flatMap(({ findings }) => findings),
			...runChecks(recordChecks, {
				...records,
				writeMilliseconds,
				hasMixedCredentials: credentials.size > 1,
			}),
		]).map(maskNumbers),
		probes: parts.flatMap(({ probes }) => probes),
		database: { ...(await readDatabaseObjects(env.DB)), writeMilliseconds },
	};
}

/** Findings reach monitors and e-mails; four digits are enough for the owner. */
function maskNumbers({ id, level, meaning, todo }: Finding): Finding {
	return { id, level, meaning: maskNumber(meaning, digitsShown), todo: maskNumber(todo, digitsShown) };
}

const digitsShown = 4;

async function ask(service: ServiceName, worker: DiagnosisRpc): Promise<ServiceDiagnosis> {
	const answer = await askService(service, worker.diagnose());
	return answer.ok ? answer.value : { findings: [explainSilence(service)], probes: [], credentials: null };
}

function explainSilence(service: ServiceName): Finding {
	return {
		id: `worker_silent:${service}`,
		level: "error",
		meaning: `The Worker "${service}" cannot say how it is: what it does for callers and texters probably fails as well.`,
		todo: `Look at the log of the Worker cloudpbx-${service} in the Cloudflare dashboard.`,
	};
}
