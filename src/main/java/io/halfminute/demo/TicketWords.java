package io.halfminute.demo;

import java.util.List;
import java.util.Random;

/**
 * What an agent writes into a ticket after a call.
 *
 * @param type empty where the class has none
 */
record TicketWords(String ticketClass, String type, String status, String note) {

    private static final List<TicketWords> USUAL = List.of(
            new TicketWords("common", "", "solved", "询问发货时间，已告知今天发出。"),
            new TicketWords("common", "", "solved", "Asked for the invoice; sent by mail."),
            new TicketWords("common", "", "solved", "修改收货地址，已修改。"),
            new TicketWords("common", "", "closed", "Wanted to know the opening hours."),
            new TicketWords("special", "", "waiting", "企业采购询价，已转销售部门，明天回复。"),
            new TicketWords("urgent", "", "in-progress", "Parcel was delivered to the wrong person; courier is asked."),
            new TicketWords("complaint", "logistics", "in-progress", "包裹延误三天，已催物流。"),
            new TicketWords("complaint", "product-quality", "waiting", "Seam came open after a week; waits for pictures."),
            new TicketWords("after-sales", "return", "in-progress", "七天无理由退货，已发退货地址。"),
            new TicketWords("after-sales", "exchange", "solved", "Wrong size; exchange is on its way."),
            new TicketWords("after-sales", "repair", "in-progress", "电源不通，安排检修。"));

    static TicketWords any(Random chance) {
        return USUAL.get(chance.nextInt(USUAL.size()));
    }
}
