package io.halfminute.ticket;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import io.halfminute.pbx.CallerId;
import java.util.Optional;

/**
 * Makes one number of the many ways in which a PBX or a person writes it, so that a customer is one customer. A number that
 * is valid in its country's plan becomes E.164 with {@code +}; every other one (an extension, a service number such as 95588,
 * which cannot be dialled from abroad) stays the digits that it is. The two can never be mixed up.
 */
public final class PhoneNumbers {

    private final PhoneNumberUtil plan = PhoneNumberUtil.getInstance();
    private final String region;

    /**
     * @param region two letters of ISO 3166, such as {@code CN}: where a number without a country is at home
     */
    public PhoneNumbers(String region) {
        if (region == null || !plan.getSupportedRegions().contains(region)) {
            throw new IllegalArgumentException("region \"" + region + "\" has no number plan; what would do is a code of"
                    + " two capital letters, such as CN or GB");
        }
        this.region = region;
    }

    /** The number by which a customer is known; empty when it was withheld or holds no digit. */
    public Optional<String> normalise(CallerId caller) {
        return normalise(caller.number());
    }

    /** The same for a number that a person typed. */
    public Optional<String> normalise(String written) {
        String number = new CallerId(written, "").number();
        if (number.chars().noneMatch(Character::isDigit)) {
            return Optional.empty();
        }
        return Optional.of(e164(number).orElseGet(() -> number.replaceAll("[^0-9]", "")));
    }

    private Optional<String> e164(String number) {
        try {
            PhoneNumber parsed = plan.parse(number, region);
            return plan.isValidNumber(parsed) && plan.canBeInternationallyDialled(parsed)
                    ? Optional.of(plan.format(parsed, PhoneNumberFormat.E164)) : Optional.empty();
        } catch (NumberParseException notInAnyPlan) {
            return Optional.empty();
        }
    }
}
