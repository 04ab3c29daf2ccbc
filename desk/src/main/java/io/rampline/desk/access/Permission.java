package io.rampline.desk.access;

import static io.rampline.desk.access.Scope.EVERYTHING;
import static io.rampline.desk.access.Scope.NOTHING;
import static io.rampline.desk.access.Scope.OWN;

/**
 * What may be done, and by whom: the whole table. A route names the permission that it needs; there is no other place
 * that says what a role may do.
 */
public enum Permission {
    // customer, sales, finance, plant, planner, admin
    QUOTE(EVERYTHING, EVERYTHING, NOTHING, NOTHING, EVERYTHING, EVERYTHING),
    BOOK_ORDER(OWN, EVERYTHING, NOTHING, NOTHING, EVERYTHING, EVERYTHING),
    SEE_ORDER(OWN, EVERYTHING, EVERYTHING, EVERYTHING, EVERYTHING, EVERYTHING),
    LIST_ORDERS(OWN, EVERYTHING, EVERYTHING, EVERYTHING, EVERYTHING, EVERYTHING),
    ASK_WHY(OWN, EVERYTHING, EVERYTHING, EVERYTHING, EVERYTHING, EVERYTHING),
    CHANGE_ORDER(OWN, EVERYTHING, NOTHING, NOTHING, EVERYTHING, EVERYTHING),
    CANCEL_ORDER(OWN, EVERYTHING, NOTHING, NOTHING, EVERYTHING, EVERYTHING),
    /** Order for somebody else, and see afterwards that it is that person's. */
    ORDER_FOR_OTHERS(NOTHING, EVERYTHING, NOTHING, NOTHING, EVERYTHING, EVERYTHING),
    /** Say which priority class an order has, and what has been paid. */
    STATE_TERMS(NOTHING, EVERYTHING, NOTHING, NOTHING, EVERYTHING, EVERYTHING),
    /** Say when an order was locked, which is its place in line. */
    STATE_LOCK_TIME(NOTHING, NOTHING, NOTHING, NOTHING, EVERYTHING, EVERYTHING),
    SEE_CAPACITY(NOTHING, EVERYTHING, EVERYTHING, EVERYTHING, EVERYTHING, EVERYTHING),
    SEE_LINE_DAY(NOTHING, EVERYTHING, EVERYTHING, EVERYTHING, EVERYTHING, EVERYTHING),
    SET_CAPACITY(NOTHING, NOTHING, NOTHING, EVERYTHING, EVERYTHING, EVERYTHING),
    REPORT_DELIVERY(NOTHING, NOTHING, NOTHING, EVERYTHING, EVERYTHING, EVERYTHING),
    PROMISE_AGAIN(NOTHING, NOTHING, NOTHING, NOTHING, EVERYTHING, EVERYTHING),
    ASK_WHAT_IF(NOTHING, NOTHING, EVERYTHING, EVERYTHING, EVERYTHING, EVERYTHING),
    ASK_TIMETABLE(NOTHING, NOTHING, EVERYTHING, EVERYTHING, EVERYTHING, EVERYTHING),
    /** Adopt a plan or, where two must agree, propose it; withdraw it; undo an adoption. */
    ADOPT_PLAN(NOTHING, NOTHING, NOTHING, NOTHING, EVERYTHING, EVERYTHING),
    /** Agree to a plan that somebody else proposed. */
    APPROVE_PLAN(NOTHING, NOTHING, NOTHING, NOTHING, EVERYTHING, EVERYTHING),
    FOLLOW_CHANGES(NOTHING, EVERYTHING, EVERYTHING, EVERYTHING, EVERYTHING, EVERYTHING),
    SEE_RECORD(NOTHING, EVERYTHING, EVERYTHING, EVERYTHING, EVERYTHING, EVERYTHING),
    /** What customers have paid and could claim back. */
    SEE_MONEY(NOTHING, NOTHING, EVERYTHING, NOTHING, EVERYTHING, EVERYTHING),
    SEE_WINDOWS(NOTHING, EVERYTHING, EVERYTHING, EVERYTHING, EVERYTHING, EVERYTHING),
    COUNT_WINDOWS(NOTHING, NOTHING, EVERYTHING, EVERYTHING, EVERYTHING, EVERYTHING),
    SEE_ADMISSION(NOTHING, EVERYTHING, EVERYTHING, EVERYTHING, EVERYTHING, EVERYTHING),
    SET_ADMISSION(NOTHING, NOTHING, NOTHING, NOTHING, EVERYTHING, EVERYTHING),
    SEE_SCENARIO(NOTHING, NOTHING, EVERYTHING, EVERYTHING, EVERYTHING, EVERYTHING),
    CHECK_SCENARIO(NOTHING, NOTHING, EVERYTHING, EVERYTHING, EVERYTHING, EVERYTHING),
    IMPORT_ORDERS(NOTHING, NOTHING, NOTHING, NOTHING, EVERYTHING, EVERYTHING),
    WAIT_IN_ROOM(EVERYTHING, NOTHING, NOTHING, NOTHING, NOTHING, EVERYTHING),
    SEE_METRICS(NOTHING, EVERYTHING, EVERYTHING, EVERYTHING, EVERYTHING, EVERYTHING),
    /** Sign in with a browser, see as whom, and sign out. */
    SIGN_IN(EVERYTHING, EVERYTHING, EVERYTHING, EVERYTHING, EVERYTHING, EVERYTHING),
    SEE_BOARD(NOTHING, EVERYTHING, EVERYTHING, EVERYTHING, EVERYTHING, EVERYTHING),
    /** Look through all orders, sorted and counted. */
    SEARCH_ORDERS(NOTHING, EVERYTHING, EVERYTHING, EVERYTHING, EVERYTHING, EVERYTHING),
    /** Make and revoke the link with which a customer sees his order without signing in. */
    MAKE_LINK(NOTHING, EVERYTHING, NOTHING, NOTHING, EVERYTHING, EVERYTHING),
    /** See the one order that a link opens: no role may, only the link. */
    FOLLOW_LINK(NOTHING, NOTHING, NOTHING, NOTHING, NOTHING, NOTHING),
    /** Needs no login: says nothing about orders, customers or plants. */
    ANYBODY(EVERYTHING, EVERYTHING, EVERYTHING, EVERYTHING, EVERYTHING, EVERYTHING);

    private final Scope customer;
    private final Scope sales;
    private final Scope finance;
    private final Scope plant;
    private final Scope planner;
    private final Scope admin;

    Permission(Scope customer, Scope sales, Scope finance, Scope plant, Scope planner, Scope admin) {
        this.customer = customer;
        this.sales = sales;
        this.finance = finance;
        this.plant = plant;
        this.planner = planner;
        this.admin = admin;
    }

    Scope scope(Role role) {
        return switch (role) {
            case CUSTOMER -> customer;
            case SALES -> sales;
            case FINANCE -> finance;
            case PLANT -> plant;
            case PLANNER -> planner;
            case ADMIN -> admin;
        };
    }
}
