import type { DestinationHours, Hours } from "@cloudpbx/contracts/office/hours";

export function hoursOfDestination(company: Hours, own: DestinationHours): Hours {
	if (own === null) return company;
	if (own === "always") {
		return { ...company, week: {}, exceptions: [], holidays: { country: null, names: [] }, override: null };
	}
	const { week, exceptions = company.exceptions, holidays = company.holidays } = own;
	return { ...company, week, exceptions, holidays };
}
