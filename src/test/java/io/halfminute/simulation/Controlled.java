package io.halfminute.simulation;

import java.util.Arrays;

/**
 * A mean over independent pieces of a run, freed of the chance that another figure of the same pieces shows, whose mean is known
 * beforehand: a control variate with its factor from the pieces themselves (Law and Kelton, "Simulation Modeling and
 * Analysis", chapter 11; Lavenberg and Welch 1981). Calls wait longer in a batch into which chance has put more work, and how
 * much work there is in the mean is no secret.
 *
 * @param error the standard error, by the residuals of the regression
 */
record Controlled(double mean, double error) {

    /**
     * @param figures  by piece
     * @param controls of the same pieces
     * @param known    the mean of the controls
     */
    static Controlled of(double[] figures, double[] controls, double known) {
        int pieces = figures.length;
        double figure = Arrays.stream(figures).average().orElseThrow();
        double control = Arrays.stream(controls).average().orElseThrow();
        double both = 0;
        double ofControls = 0;
        double ofFigures = 0;
        for (int piece = 0; piece < pieces; piece++) {
            both += (figures[piece] - figure) * (controls[piece] - control);
            ofControls += (controls[piece] - control) * (controls[piece] - control);
            ofFigures += (figures[piece] - figure) * (figures[piece] - figure);
        }
        double factor = both / ofControls;
        double residual = (ofFigures - factor * both) / (pieces - 2);
        double off = control - known;
        return new Controlled(figure - factor * off, Math.sqrt(residual * (1.0 / pieces + off * off / ofControls)));
    }
}
